import { KtEventError } from '../errors/index.js';

/**
 * The answer of `run`, or of `fallback` when the provider behind `run` failed. A cancellation, a wrong input and a bug
 * are not the provider's: they are thrown. For calls without effect; a fallback after a write in doubt may do it twice.
 *
 * @param fallback - Gets the failure, to say in its answer what it stands in for.
 */
export async function withFallback<T>(
  run: () => Promise<T>,
  fallback: (error: KtEventError) => Promise<T> | T,
): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!KtEventError.is(error) || error.spec.outcome === undefined) throw error;
    return fallback(error);
  }
}
