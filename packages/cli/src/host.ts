/** What the process gives: passed in, so that a test can be a process. */
export interface Host {
  /** Words after the program's name. */
  readonly arguments: readonly string[];
  readonly cwd: string;
  readonly stdin: { readonly isTTY?: boolean };
  readonly stdout: Pick<NodeJS.WriteStream, 'write'>;
  readonly stderr: Pick<NodeJS.WriteStream, 'write'> & {
    readonly isTTY?: boolean;
    readonly columns?: number;
  };
  readonly signal: AbortSignal;
  readonly now: () => Date;
  readonly operator: () => string;
}
