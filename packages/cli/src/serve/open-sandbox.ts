import { once } from 'node:events';
import { openSandbox as open } from '@kt-event/sandbox';
import type { SandboxListener, SandboxOptions } from '../context.js';

/** Stand-ins for every provider, until the signal. */
export async function openSandbox({ port, seed, journal, signal }: SandboxOptions): Promise<SandboxListener> {
  const sandbox = await open({
    now: () => new Date(),
    ...(port !== undefined && { port }),
    ...(seed !== undefined && { seed }),
    ...(journal !== undefined && { journalPath: journal }),
  });
  const stop = async () => {
    if (!signal.aborted) await once(signal, 'abort');
    await sandbox.close();
  };
  return { url: sandbox.url, environment: sandbox.environment(), stopped: stop() };
}
