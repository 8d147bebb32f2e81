import { resolve } from 'node:path';
import { readCampaignFile } from '../campaign-file/read-campaign-file.js';
import type { CommandContext } from '../context.js';
import { planView } from '../views/plan-view.js';

export async function plan(context: CommandContext, file: string): Promise<void> {
  const { output, messages, cwd, signal } = context;
  const brief = await readCampaignFile(resolve(cwd, file));
  const ktEvent = await context.ktEvent();
  const proposed = await output.task(messages.tasks.plan, () => ktEvent.plan(brief, { signal }));
  output.result(proposed, planView);
}
