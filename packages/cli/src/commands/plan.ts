import { resolve } from 'node:path';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { planView } from '../views/plan-view.js';

export async function plan(context: CommandContext, file: string): Promise<void> {
  const { output, messages, cwd, signal } = context;
  const ktEvent = await context.ktEvent();
  const proposed = await withCampaignFile(resolve(cwd, file), (brief) =>
    output.task(messages.tasks.plan, () => ktEvent.plan(brief, { signal })),
  );
  output.result(proposed, planView);
}
