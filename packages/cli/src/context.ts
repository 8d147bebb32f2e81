import type { Brief, Campaign, Channel, Diagnosis, KtEvent, Language, ProgressEvent } from '@kt-event/sdk';
import type { Ask } from './ask.js';
import type { Messages } from './messages/ko.js';
import type { Output } from './output/output.js';
import type { RehearsalResult } from './rehearsal/rehearsal-result.js';

/** Flags every command has. */
export interface GlobalFlags {
  readonly json?: boolean;
  readonly lang?: Language;
  readonly dir?: string;
  readonly color?: boolean;
}

/** 0 done, 2 input or rules, 6 done in part, 7 a person must decide. The other codes come from errors. */
export type ExitCode = 0 | 2 | 6 | 7;

/** What a command borrows. It takes nothing from the process itself. */
export interface CommandContext {
  /** Opened at the first call and closed when the command has ended. Its progress goes to `output`. */
  readonly ktEvent: () => Promise<KtEvent>;
  readonly output: Output;
  readonly ask: Ask;
  readonly language: Language;
  readonly messages: Messages;
  /** Paths on the command line count from here. */
  readonly cwd: string;
  /** Where `.kt-event` and `kt-event-out` live, absolute. */
  readonly folder: string;
  /** Folder of an agency's own picture templates, absolute; undefined where there are ours alone. */
  readonly templates: string | undefined;
  /** Where customers reach the server; undefined while only this computer does. */
  readonly publicUrl: string | undefined;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Who approves, for the record. */
  readonly operator: string;
  readonly rehearse: Rehearse;
  /** Interrupted rehearsals of this folder. */
  readonly unfinishedRehearsals: () => Promise<Campaign[]>;
  /** Looks at everything that has to be right; opens nothing for the command itself. */
  readonly diagnose: (choice: DiagnoseChoice) => Promise<Diagnosis[]>;
  readonly serve: Serve;
  readonly openSandbox: OpenSandbox;
  /** Shows an address in this machine's browser, if it has one. */
  readonly openAddress: (url: string) => void;
  /** For a result that is data but not a full success. The gravest wins. */
  readonly exitWith: (code: ExitCode) => void;
}

export interface DiagnoseChoice {
  /** Calls nobody. */
  readonly offline: boolean;
  /** Have to be usable. */
  readonly required: readonly Channel[];
}

export type OpenContext = (flags: GlobalFlags) => Promise<CommandContext>;

export interface RehearseOptions {
  readonly brief: Brief;
  /** As in the context: a rehearsal keeps its data in a place of its own below it. */
  readonly folder: string;
  /** Folder of an agency's own picture templates, absolute. @defaultValue ours alone */
  readonly templates?: string | undefined;
  readonly progress: (event: ProgressEvent) => void;
  readonly signal: AbortSignal;
}

/**
 * Plays a campaign from beginning to end with stand-ins on this machine and invented customers. An interrupted
 * rehearsal of the same brief goes on where it stopped.
 */
export type Rehearse = (options: RehearseOptions) => Promise<RehearsalResult>;

/** Something that listens on a port until the signal. */
export interface Listener {
  readonly url: string;
  /** Resolves when it has stopped. */
  readonly stopped: Promise<void>;
}

export interface ServeOptions {
  readonly folder: string;
  readonly language: Language;
  /** Address to listen at. @defaultValue this computer only */
  readonly host?: string | undefined;
  readonly port?: number | undefined;
  /** Told of a campaign that could not be carried on; the others go on. */
  readonly onFailure: (error: unknown) => void;
  readonly signal: AbortSignal;
}

type Serve = (options: ServeOptions) => Promise<Listener>;

export interface SandboxOptions {
  readonly port?: number | undefined;
  readonly seed?: string | undefined;
  /** File to write each received request to, absolute. */
  readonly journal?: string | undefined;
  readonly signal: AbortSignal;
}

export interface SandboxListener extends Listener {
  /** Variables that point the adapters at the stand-ins. */
  readonly environment: Readonly<Record<string, string | undefined>>;
}

type OpenSandbox = (options: SandboxOptions) => Promise<SandboxListener>;
