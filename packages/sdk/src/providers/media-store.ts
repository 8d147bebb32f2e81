/** Keeps made files and says where they are. */
export interface MediaStore {
  /** Writes all of it or nothing. The path is relative, with forward slashes, and stays inside the folder. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  read(path: string): Promise<Uint8Array>;
}
