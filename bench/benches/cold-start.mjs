import { fileURLToPath } from 'node:url';
import { measureProcesses } from '../measure.mjs';

const bin = fileURLToPath(new URL('../../packages/cli/dist/bin.js', import.meta.url));
const rounds = 15;

/**
 * How long the command takes to say its version and its help, over a Node that does nothing.
 * Target: `version` at most 1.5.
 */
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
    subject: { versionMs: version, helpMs: help },
    baseline: { nodeMs: nothing },
  };
}
