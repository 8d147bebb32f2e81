import { resolve } from 'node:path';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { planView } from '../views/plan-view.js';

export interface PlanFlags {
  readonly offline?: boolean;
}

export async function plan(context: CommandContext, file: string, { offline }: PlanFlags): Promise<void> {
  const { output, messages, cwd, signal } = context;
  const ktEvent = await context.ktEvent();
  const proposed = await withCampaignFile(resolve(cwd, file), (brief) =>
    output.task(messages.tasks.plan, () => ktEvent.plan(brief, { offline, signal })),
  );
  output.result(proposed, planView);
}
