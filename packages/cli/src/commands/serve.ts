import { toKtEventError } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { errorView } from '../views/error-view.js';

export interface ServeFlags {
  readonly host?: string;
  readonly port?: number;
}

export async function serve(context: CommandContext, { host, port }: ServeFlags): Promise<void> {
  const { folder, language, messages, output, signal } = context;
  const onFailure = (error: unknown) => output.note(errorView(toKtEventError(error), messages));
  const { url, stopped } = await context.serve({ folder, language, host, port, signal, onFailure });
  output.result({ url }, () => messages.serve.listening(url));
  output.note(messages.serve.stop);
  await stopped;
}
