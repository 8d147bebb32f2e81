/** The part of a connection that settings go through. */
export interface Settings {
  pragma(source: string, options?: { readonly simple: boolean }): unknown;
}

/** How long a writer waits for another process before it gives up. */
export const busyTimeoutMs = 5_000;
/** What `PRAGMA synchronous` reads when every commit is on disk before it returns. Source: sqlite.org/pragma.html. */
const full = 2;

/**
 * Sets a connection up so that what is committed survives a power cut. It must happen at every open: the
 * driver is compiled with `DEFAULT_WAL_SYNCHRONOUS=1`, so a file that is in WAL mode already opens without.
 *
 * @returns false when the database did not take the settings.
 */
export function makeDurable(db: Settings, platform: NodeJS.Platform): boolean {
  db.pragma(`busy_timeout = ${busyTimeoutMs}`);
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.pragma('foreign_keys = ON');
  db.pragma('secure_delete = ON'); // a destroyed key leaves no bytes in a free page
  if (platform === 'darwin') {
    // there, fsync alone leaves the data in the drive's own cache
    db.pragma('fullfsync = ON');
    db.pragma('checkpoint_fullfsync = ON');
  }
  return (
    db.pragma('synchronous', { simple: true }) === full && db.pragma('foreign_keys', { simple: true }) === 1
  );
}
