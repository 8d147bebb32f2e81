import type { AdvanceOptions, CampaignStatus } from '@kt-event/sdk';
import { approve } from '../approve.js';
import { findCampaign, openCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import { outcomeOf } from '../outcome.js';
import { reached } from '../reached.js';
import { insightView } from '../views/insight-view.js';
import { measuredView } from '../views/report-view.js';
import { statusView } from '../views/status-view.js';

export interface ApprovalFlags {
  readonly yes?: boolean;
}

/** Carries a campaign to the end of one stage. */
export async function advance(
  context: CommandContext,
  campaignId: string,
  options: Omit<AdvanceOptions, 'signal'>,
): Promise<CampaignStatus> {
  const { output, messages, signal } = context;
  const ktEvent = await context.ktEvent();
  const status = await output.task(messages.tasks.run, () =>
    ktEvent.advance(campaignId, { ...options, signal }),
  );
  context.exitWith(outcomeOf(status));
  return status;
}

export async function generate(
  context: CommandContext,
  fileOrCampaign: string,
  flags: ApprovalFlags,
): Promise<void> {
  const { id } = await openCampaign(context, fileOrCampaign);
  await approvePlan(context, id, flags);
  context.output.result(await advance(context, id, { until: 'generate' }), statusView);
}

/** Nothing is made or sent before a person has agreed to the plan. */
export async function approvePlan(context: CommandContext, id: string, flags: ApprovalFlags): Promise<void> {
  const { campaign } = await advance(context, id, { until: 'plan' });
  await approve(context, campaign, flags);
}

export async function draw(context: CommandContext, name: string): Promise<void> {
  const { id } = await findCampaign(await context.ktEvent(), name);
  const status = await advance(context, id, { until: 'draw' });
  reached(status.draw?.transcript, status, 'draw');
  context.output.result(status, statusView);
}

export async function analyze(context: CommandContext, name: string): Promise<void> {
  const { id } = await findCampaign(await context.ktEvent(), name);
  const status = await advance(context, id, { until: 'analyze' });
  const report = reached(status.report, status, 'analyze');
  context.output.result({ ...report, ...(status.insight && { insight: status.insight }) }, measuredView);
}

export interface LearnFlags {
  /** Of those who took part: what only the store can tell. */
  readonly newCustomers?: number;
}

export async function learn(context: CommandContext, name: string, flags: LearnFlags): Promise<void> {
  const ktEvent = await context.ktEvent();
  const { id } = await findCampaign(ktEvent, name);
  const status = await advance(context, id, { until: 'learn' });
  const insight = reached(status.insight, status, 'learn');
  const told =
    flags.newCustomers === undefined ? undefined : await ktEvent.tellNewCustomers(id, flags.newCustomers);
  context.output.result(told ?? insight, insightView);
}
