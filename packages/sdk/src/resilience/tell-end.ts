import { toKtEventError } from '../errors/index.js';
import type { PolicyOptions } from './policy-options.js';

interface TellOptions extends Pick<PolicyOptions, 'name' | 'onEvent' | 'elapsedMs'> {
  readonly signal: AbortSignal | undefined;
}

/** Settles as `run` does, and tells how it ended. A cancelled call says nothing about the provider: it is not told. */
export async function tellEnd<T>(
  run: () => Promise<T>,
  { name, onEvent, elapsedMs = () => performance.now(), signal }: TellOptions,
): Promise<T> {
  const startedMs = elapsedMs();
  const end = { type: 'policy:call', name } as const;
  try {
    const result = await run();
    onEvent?.({ ...end, outcome: 'answered', durationMs: elapsedMs() - startedMs });
    return result;
  } catch (error) {
    if (!signal?.aborted) {
      const { code } = toKtEventError(error);
      onEvent?.({ ...end, outcome: 'failed', code, durationMs: elapsedMs() - startedMs });
    }
    throw error;
  }
}
