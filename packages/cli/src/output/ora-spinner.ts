import ora, { type Ora } from 'ora';
import type { Spinner } from './spinner.js';

/** The only door of ora. stdin is left alone, so that Ctrl-C stays a signal. */
export function createOraSpinner(
  stream: NodeJS.WriteStream,
  { colored }: { readonly colored: boolean },
): Spinner {
  let current: Ora | undefined;
  const settle = (): Ora | undefined => {
    const ended = current;
    current = undefined;
    return ended;
  };
  return {
    show(text) {
      current ??= ora({ text, stream, discardStdin: false, ...(!colored && { color: false }) }).start();
      current.text = text;
    },
    succeed: (text) => void settle()?.stopAndPersist({ symbol: '✔', text }),
    fail: (text) => void settle()?.stopAndPersist({ symbol: '✖', text }),
  };
}
