import { fileURLToPath } from 'node:url';
import { measureProcesses } from '../measure.mjs';

const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.js', import.meta.url));
const rounds = 15;

/** Saying the version loads no SDK: half a Node more, at most. */
const limits = { version: 1.5 };

/** How long the command takes to say its version and its help, over a Node that does nothing. */
export async function coldStart() {
  const { version, help, nothing } = measureProcesses(
    {
      version: [process.execPath, bin, '--version'],
      help: [process.execPath, bin, '--help'],
      nothing: [process.execPath, '-e', '0'],
    },
    rounds,
  );
  return {
    ratios: { version: version / nothing, help: help / nothing },
    limits,
    subject: { versionMs: version, helpMs: help },
    baseline: { nodeMs: nothing },
  };
}
