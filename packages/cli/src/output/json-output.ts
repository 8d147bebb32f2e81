import type { Output, Write } from './output.js';

/** One JSON document on stdout, nothing on stderr. An error is one document too: `{ "error": … }`. */
export function createJsonOutput(write: Write): Output {
  return {
    task: (_label, run) => run(),
    progress: () => undefined,
    result: (value) => write(`${JSON.stringify(value ?? null, null, 2)}\n`),
    note: () => undefined,
  };
}
