import type { CommandContext } from '../context.js';

export interface ServeFlags {
  readonly port?: number;
}

export async function serve(context: CommandContext, { port }: ServeFlags): Promise<void> {
  const { folder, language, messages, output, signal } = context;
  const { url, stopped } = await context.serve({ folder, language, port, signal });
  output.result({ url }, () => messages.serve.listening(url));
  output.note(messages.serve.stop);
  await stopped;
}
