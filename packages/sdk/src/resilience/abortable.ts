/** Settles as `run` does, or rejects with the signal's reason the moment it aborts. Never starts when it has. */
export async function abortable<T>(run: () => Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return run();
  signal.throwIfAborted();

  let stop = () => {};
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([run(), aborted]);
  } finally {
    signal.removeEventListener('abort', stop); // a run's signal outlives its calls
  }
}
