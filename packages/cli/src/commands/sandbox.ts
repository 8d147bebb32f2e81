import { resolve } from 'node:path';
import type { CommandContext } from '../context.js';
import { sandboxView } from '../views/sandbox-view.js';

export interface SandboxFlags {
  readonly port?: number;
  readonly seed?: string;
  readonly journal?: string;
}

export async function sandbox(context: CommandContext, { port, seed, journal }: SandboxFlags): Promise<void> {
  const { cwd, messages, output, signal } = context;
  const path = journal && resolve(cwd, journal);
  const { url, environment, stopped } = await context.openSandbox({ port, seed, journal: path, signal });
  output.result({ url, environment }, sandboxView);
  output.note(messages.serve.stop);
  await stopped;
}
