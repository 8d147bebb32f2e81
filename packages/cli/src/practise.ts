import type { Brief } from '@kt-event/sdk';
import type { CommandContext } from './context.js';
import { rehearsalView } from './views/rehearsal-view.js';

/** Rehearses a campaign and shows what a store owner has just seen. */
export async function practise(context: CommandContext, brief: Brief): Promise<void> {
  const { folder, messages, output, signal } = context;
  const result = await output.task(messages.tasks.rehearse, () =>
    context.rehearse({ brief, folder, signal, progress: output.progress }),
  );
  if (result.publications.some(({ state }) => state === 'failed' || state === 'in_doubt'))
    context.exitWith(6);
  output.result(result, rehearsalView);
}
