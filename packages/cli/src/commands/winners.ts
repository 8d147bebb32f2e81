import { type Campaign, type ForfeitReason, UserError, type WinnerRow } from '@kt-event/sdk';
import { findCampaign } from '../campaigns.js';
import type { CommandContext } from '../context.js';
import {
  claimedView,
  forfeitureView,
  type ShownWinner,
  toldByHandView,
  toldView,
  winnersView,
} from '../views/winners-view.js';
import { advance } from './stages.js';

/** Everybody who was drawn, masked, in drawn order. */
export async function listWinners({ ktEvent, output }: CommandContext, name: string): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  output.result((await client.winners(id)).map(shown), winnersView);
}

export interface NotifyFlags {
  readonly dryRun?: boolean;
  /** Whom staff have told themselves. */
  readonly told?: readonly number[];
}

/** Tells who does not know yet, those included whom the messenger gave up. */
export async function notifyWinners(
  context: CommandContext,
  name: string,
  { dryRun = false, told }: NotifyFlags,
): Promise<void> {
  const { ktEvent, output } = context;
  const client = await ktEvent();
  const campaign = await findCampaign(client, name);
  const { id } = campaign;
  if (told) {
    const rows: ShownWinner[] = [];
    for (const no of told) rows.push(shown(await client.markTold(id, no)));
    return output.result(rows, toldByHandView);
  }
  requireDrawn(campaign, 'notify');
  const untold = (await client.winners(id)).filter(isUntold).map(shown);
  const [notice] = await client.noticeTemplates();
  const by = notice?.sentAs ?? 'none';
  if (dryRun) return output.result({ told: [], untold, dryRun, by }, toldView);
  await client.tellAgain(id);
  await advance(context, id, { until: 'claim' });
  const now = (await client.winners(id)).map(shown);
  const nos = untold.map(({ award }) => award.no);
  const knowing = now.filter((row) => nos.includes(row.award.no) && row.award.state === 'notified');
  const left = now.filter(isUntold);
  if (left.length > 0) context.exitWith(6);
  output.result({ told: knowing, untold: left, dryRun, by }, toldView);
}

export interface ClaimFlags {
  readonly handOver?: boolean;
  readonly taxDone?: boolean;
}

/** Staff saw the receipt at the counter. Who has claimed on their own page is only handed the prize. */
export async function claimAtCounter(
  { ktEvent, output }: CommandContext,
  [name, no]: readonly [string, number],
  { handOver = false, taxDone = false }: ClaimFlags,
): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  const rows = await client.winners(id);
  const state = rows.find(({ award }) => award.no === no)?.award.state;
  const known = handOver && state === 'claimed';
  const claimed = known ? undefined : await client.recordClaim(id, no);
  const row = handOver ? await client.handOverPrize(id, no, { taxDone }) : claimed;
  if (row) output.result(shown(row), claimedView);
}

export interface PromoteFlags {
  readonly reason: ForfeitReason;
  readonly dryRun?: boolean;
  readonly yes?: boolean;
}

/** Takes a prize from its winner for the next reserve. It cannot be undone, so what would come of it is shown first. */
export async function promoteReserve(
  { ktEvent, output, ask, messages }: CommandContext,
  [name, no]: readonly [string, number],
  { reason, dryRun = false, yes = false }: PromoteFlags,
): Promise<void> {
  const client = await ktEvent();
  const { id } = await findCampaign(client, name);
  const foreseen = async () => ({
    ...toShown(await client.forfeitPrize(id, no, { reason, dryRun: true })),
    reason,
    dryRun: true,
  });
  if (dryRun) return output.result(await foreseen(), forfeitureView);
  if (!yes) {
    output.note(forfeitureView(await foreseen(), messages));
    if (!(await ask.confirm(messages.winners.promoteQuestion, '--yes'))) throw new UserError('USER_011', {});
  }
  const forfeiture = await client.forfeitPrize(id, no, { reason });
  output.result({ ...toShown(forfeiture), reason, dryRun }, forfeitureView);
}

const toShown = ({ lost, heir }: { readonly lost: WinnerRow; readonly heir: WinnerRow | undefined }) => ({
  lost: shown(lost),
  heir: heir && shown(heir),
});

/** The fingerprint of a winner's link is nobody's business but the server's. */
function shown({ award: { tokenHash: _, ...award }, prize, masked }: WinnerRow): ShownWinner {
  return { award, prize, masked };
}

const isUntold = ({ award }: Pick<ShownWinner, 'award'>): boolean => award.state === 'drawn';

/** @throws UserError `USER_008` while nobody is drawn */
function requireDrawn({ state }: Campaign, action: string): void {
  if (state !== 'drawn' && state !== 'settled') throw new UserError('USER_008', { state, action });
}
