import { spawnSync } from 'node:child_process';
import { describe } from 'vitest';

/** A program of poppler on a PDF, by what it prints. */
export type AskPoppler = (program: 'pdftotext' | 'pdffonts' | 'pdfinfo', pdf: Uint8Array) => string;

/** Another reader's view of a PDF. Where poppler is not there the suite is announced and left out. */
export function describeWithPoppler(name: string, suite: (ask: AskPoppler) => void): void {
  const isThere = spawnSync('pdftotext', ['-v']).status === 0;
  if (!isThere) process.stderr.write(`left out, no poppler here: ${name}\n`);
  describe.runIf(isThere)(name, () => suite(askPoppler));
}

const askPoppler: AskPoppler = (program, pdf) => {
  const [options, rest] = program === 'pdftotext' ? [['-raw'], ['-']] : [[], []];
  const { stdout, stderr, status } = spawnSync(program, [...options, '-', ...rest], { input: pdf });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout.toString('utf8');
};
