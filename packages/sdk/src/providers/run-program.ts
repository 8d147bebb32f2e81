import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ProviderError } from '../errors/index.js';

interface Program {
  /** Name of the provider, for errors. */
  readonly provider: string;
  /** Absolute path. */
  readonly executable: string;
  readonly args: readonly string[];
  /** What it reads from its standard input. */
  readonly input: string | Uint8Array;
  /** Largest accepted output. */
  readonly maxBytes: number;
}

/** Resolves with what the program wrote to its standard output, once it has ended well. */
export type RunProgram = (program: Program, signal: AbortSignal) => Promise<Uint8Array>;

/**
 * Runs a program without a shell and without our environment, which may hold keys. It is killed as soon as `signal`
 * aborts or it writes too much, and it is gone when this settles.
 *
 * @throws ProviderError `PROVIDER_005` when it cannot be started, `PROVIDER_004` when it writes more than `maxBytes`,
 * `PROVIDER_001` when it ends badly.
 */
export const runProgram: RunProgram = async ({ provider, executable, args, input, maxBytes }, signal) => {
  signal.throwIfAborted();
  const child = spawn(executable, args, { env: {}, stdio: ['pipe', 'pipe', 'ignore'] });
  const kill = () => {
    child.kill('SIGKILL');
    child.stdout.destroy(); // or a child of its own could keep the pipe open
  };
  const chunks: Uint8Array[] = [];
  let size = 0;
  child.stdout.on('data', (chunk: Uint8Array) => {
    size += chunk.length;
    if (size > maxBytes) kill();
    else chunks.push(chunk);
  });
  child.stdin.on('error', () => {}); // it may end without reading all of it: its code tells
  child.stdin.end(input);
  signal.addEventListener('abort', kill, { once: true });
  try {
    const end = await waitForEnd(child, provider);
    signal.throwIfAborted();
    if (size > maxBytes) throw new ProviderError('PROVIDER_004', { provider, reason: 'too large' });
    if (end !== 0) throw new ProviderError('PROVIDER_001', { provider, reason: `ended with ${end}` });
    return Buffer.concat(chunks);
  } finally {
    signal.removeEventListener('abort', kill);
  }
};

/** Its exit code, or the name of the signal that ended it. */
async function waitForEnd(child: ChildProcess, provider: string): Promise<number | string> {
  try {
    const [code, killedBy] = await once(child, 'close');
    return code ?? killedBy;
  } catch (error) {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
    throw new ProviderError('PROVIDER_005', { provider, reason });
  }
}
