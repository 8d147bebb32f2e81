import { resolve } from 'node:path';
import type { Brief, CampaignStatus } from '@kt-event/sdk';
import { approve } from '../approve.js';
import { withCampaignFile } from '../campaign-file/with-campaign-file.js';
import type { CommandContext } from '../context.js';
import { outcomeOf } from '../outcome.js';
import { practise } from '../practise.js';
import { dryRunView } from '../views/dry-run-view.js';
import { statusView } from '../views/status-view.js';

export interface RunFlags {
  readonly rehearse?: boolean;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** The whole campaign, as far as the clock allows. Nothing is published before a person's yes. */
export async function run(context: CommandContext, file: string, flags: RunFlags): Promise<void> {
  await withCampaignFile(resolve(context.cwd, file), (brief) => {
    if (flags.dryRun) return preview(context, brief);
    if (flags.rehearse) return practise(context, brief);
    return start(context, brief, flags);
  });
}

async function start(context: CommandContext, brief: Brief, { yes = false }: RunFlags): Promise<void> {
  const { ask, messages, output, signal } = context;
  // before any work, not after it
  if (!yes && !ask.interactive) await ask.confirm(messages.approval.question, '--yes');
  const ktEvent = await context.ktEvent();
  const { id } = await ktEvent.create(brief);
  const { campaign } = await output.task(messages.tasks.run, () =>
    ktEvent.advance(id, { until: 'plan', signal }),
  );
  await approve(context, campaign, { yes });
  const status = await carryOn(context, id);
  context.exitWith(outcomeOf(status));
  output.result(status, statusView);
}

/** A yes that was given in advance is none to pictures that nobody has seen: only somebody who is there is asked about them. */
async function carryOn(context: CommandContext, id: string): Promise<CampaignStatus> {
  const { ask, messages, output, signal } = context;
  const ktEvent = await context.ktEvent();
  const advance = () => output.task(messages.tasks.run, () => ktEvent.advance(id, { signal }));
  const status = await advance();
  if (status.run?.waitingFor !== 'approval' || !ask.interactive) return status;
  await approve(context, status.campaign, {});
  return advance();
}

/** Plans and judges; stores nothing, sends nothing, pays for nothing. */
async function preview(context: CommandContext, brief: Brief): Promise<void> {
  const { messages, output, signal } = context;
  const ktEvent = await context.ktEvent();
  const plan = await output.task(messages.tasks.plan, () => ktEvent.plan(brief, { offline: true, signal }));
  output.result({ dryRun: true, plan, findings: await ktEvent.check(brief) }, dryRunView);
}
