/**
 * Does two pieces of work at the same time. When one fails, the other is stopped and waited for.
 *
 * @throws what failed first, or the reason of `outer`.
 */
export async function bothOrNeither<A, B>(
  first: (signal: AbortSignal) => Promise<A>,
  second: (signal: AbortSignal) => Promise<B>,
  outer?: AbortSignal,
): Promise<[A, B]> {
  const controller = new AbortController();
  const { signal } = controller;
  const stop = () => controller.abort(outer?.reason);
  if (outer?.aborted) stop();
  outer?.addEventListener('abort', stop, { once: true });
  const started = async <T>(work: (signal: AbortSignal) => Promise<T>) => {
    try {
      return await work(signal);
    } catch (error) {
      controller.abort(error); // the first reason stays
      throw error;
    }
  };
  try {
    const works = [started(first), started(second)] as const;
    await Promise.allSettled(works);
    signal.throwIfAborted();
    return await Promise.all(works);
  } finally {
    outer?.removeEventListener('abort', stop);
  }
}
