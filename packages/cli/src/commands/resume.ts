import { type Campaign, type CampaignStatus, type KtEvent, UserError } from '@kt-event/sdk';
import type { CommandContext } from '../context.js';
import { outcomeOf } from '../outcome.js';
import { practise } from '../practise.js';
import { effectsView } from '../views/effects-view.js';
import { parts } from '../views/layout.js';
import { statusView } from '../views/status-view.js';

/**
 * Goes on with one campaign, or with all that are not at their end. What may or may not have happened is shown first.
 * An interrupted rehearsal is played to its end.
 */
export async function resume(context: CommandContext, name: string | undefined): Promise<void> {
  const { messages, output } = context;
  const ktEvent = await context.ktEvent();
  await showDoubts(context, ktEvent);
  const isMeant = ({ id, slug }: Campaign) => name === undefined || name === id || name === slug;
  const campaigns = (await ktEvent.list()).filter((campaign) => isMeant(campaign) && !isOver(campaign));
  const rehearsals = (await context.unfinishedRehearsals()).filter(isMeant);
  const count = campaigns.length + rehearsals.length;
  if (count === 0) return nothing(context, ktEvent, name);
  output.note(messages.resume.found(count));
  if (campaigns.length > 0) await carryOn(context, ktEvent, campaigns);
  for (const { brief } of rehearsals) await practise(context, brief);
}

async function carryOn(
  { messages, output, signal, exitWith }: CommandContext,
  ktEvent: KtEvent,
  campaigns: readonly Campaign[],
): Promise<void> {
  const statuses: CampaignStatus[] = [];
  for (const { id } of campaigns) {
    statuses.push(await output.task(messages.tasks.run, () => ktEvent.advance(id, { signal })));
  }
  for (const status of statuses) exitWith(outcomeOf(status));
  output.result(statuses, (all, words) => parts(...all.map((status) => statusView(status, words))));
}

/** A name nobody knows is a mistake; a campaign that is over is not. */
async function nothing(
  { output }: CommandContext,
  ktEvent: KtEvent,
  name: string | undefined,
): Promise<void> {
  if (name !== undefined && !(await ktEvent.find(name))) {
    throw new UserError('USER_002', { what: 'campaign', id: name });
  }
  output.result([], (_none, words) => words.resume.nothing);
}

const isOver = ({ state }: Campaign): boolean => state === 'settled' || state === 'cancelled';

/** What a killed process had begun is looked into as well as what only a person can decide. */
const doubtful: readonly string[] = ['intent', 'in_doubt', 'parked'];

async function showDoubts({ output, messages }: CommandContext, ktEvent: KtEvent): Promise<void> {
  const doubts = (await ktEvent.effects()).filter(({ state }) => doubtful.includes(state));
  if (doubts.length > 0) output.note(effectsView(doubts, messages));
}
