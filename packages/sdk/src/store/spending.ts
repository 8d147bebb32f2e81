/** What a request paid with. Each is taken in the entry's own transaction, and once only. */
export interface Spending {
  /** The name of a solved challenge or a checked token, unique within the campaign. */
  readonly challenge?: { readonly name: string; readonly expiresAt: string } | undefined;
  /** Id of the one-time code that was right. */
  readonly codeId?: string | undefined;
}

/** What had been spent before. */
export type SpentBefore = 'challenge' | 'code';
