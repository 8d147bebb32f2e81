import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';

interface Seen {
  readonly stdout: Buffer;
  /** What it complained about. */
  readonly stderr: string;
}

/** A program of ffmpeg, or zbar, on a file that is its standard input. */
export type AskFfmpeg = (program: 'ffmpeg' | 'ffprobe' | 'zbarimg', args: string, input: Uint8Array) => Seen;

/** Other programs' view of a film. Where they are not there the suite is announced and left out. */
export function describeWithFfmpeg(name: string, suite: (ask: AskFfmpeg) => void): void {
  const isThere = ['ffmpeg -version', 'zbarimg --version'].every((line) => {
    const [program = '', ...args] = line.split(' ');
    return spawnSync(program, args).status === 0;
  });
  if (!isThere) process.stderr.write(`left out, no ffmpeg or zbar here: ${name}\n`);
  describe.runIf(isThere)(name, () => suite(askFfmpeg));
}

const askFfmpeg: AskFfmpeg = (program, args, input) => {
  const options = { input, maxBuffer: 64 * 1024 * 1024 };
  const { stdout, stderr } = spawnSync(program, args.split(' '), options);
  return { stdout, stderr: stderr.toString('utf8') };
};
