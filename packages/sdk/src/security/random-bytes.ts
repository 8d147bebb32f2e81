/** Bytes nobody can predict; a test gives its own. */
export type RandomBytes = (size: number) => Uint8Array;
