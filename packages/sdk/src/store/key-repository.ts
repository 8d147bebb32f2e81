/** Sealed secrets by name: wrapped data keys, signing keys, beacon secrets, tokens. Clear bytes never come here. */
export interface KeyRepository {
  read(name: string): Promise<string | undefined>;
  /** Keeps the first value written under a name. @returns the value that stands. */
  write(name: string, sealed: string): Promise<string>;
  /** Puts another value in the place of the one that stands, if any. */
  replace(name: string, sealed: string): Promise<void>;
  /** Names that begin with `prefix`, in order. */
  names(prefix: string): Promise<string[]>;
  /** Destroys the secret: whatever it sealed can never be read again. */
  destroy(name: string): Promise<void>;
}
