/**
 * Keeps a token that its provider renews, from one run to the next. Unlike a draw's `SecretVault`, what is written
 * replaces what stood there: a token that was renewed is of no more use.
 */
export interface TokenVault {
  read(name: string): Promise<string | undefined>;
  /** Resolves once the value would survive a power cut. */
  write(name: string, value: string): Promise<void>;
}
