import type { Write } from './output.js';

/** A line that moves while work is going on. */
export interface Spinner {
  show(text: string): void;
  succeed(text: string): void;
  fail(text: string): void;
}

/** For pipes, logs and CI: only what has ended, one line each. */
export function createPlainSpinner(write: Write): Spinner {
  return {
    show: () => undefined,
    succeed: (text) => write(`✔ ${text}\n`),
    fail: (text) => write(`✖ ${text}\n`),
  };
}
