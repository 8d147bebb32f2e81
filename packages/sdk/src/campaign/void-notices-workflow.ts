import { BugError } from '../errors/index.js';
import { Suspension } from '../runs/suspension.js';
import type { WorkflowDefinition } from '../runs/workflow.js';
import { type Award, isHolding } from '../schema/award.js';
import type { Notice } from '../schema/notice.js';
import type { Store } from '../store/store.js';
import type { AwardRound } from './award-round.js';
import type { CampaignDeps } from './campaign-deps.js';
import { campaignDefinition } from './campaign-workflow.js';
import { lateClaimsDefinition } from './late-claims-workflow.js';
import { requireCampaign } from './read-status.js';
import { retryPauseMs } from './retry-time.js';
import { tellRound } from './tell-round.js';

export const voidNoticesDefinition = { name: 'void-notices', version: 1 } as const;

interface VoidInput {
  readonly campaignId: string;
  readonly [key: string]: string;
}

/** How long whoever cannot be reached is tried again. Our own choice: afterwards the page alone says it. */
const tryingMs = 7 * 86_400_000;

/** Tells those who know that they have won that the draw does not hold: once each, by day. */
export function createVoidNoticesWorkflow(deps: CampaignDeps): WorkflowDefinition<VoidInput> {
  return {
    ...voidNoticesDefinition,
    async run(context, { campaignId }) {
      const campaign = () => requireCampaign(deps.store, campaignId);
      const round = await context.step<AwardRound & { readonly nos: number[]; readonly until: string }>(
        'whom',
        async () => {
          await leaveToFinish(deps, campaignId);
          const voided = await deps.store.draws.voidOf(campaignId);
          if (!voided) throw new BugError('BUG_001', { reason: 'a draw that holds was to be told void' });
          const until = new Date(Date.parse(voided.record.voided_at) + tryingMs).toISOString();
          const awards = await findMisled(deps.store, campaignId);
          return { kind: 'void', nos: awards.map(({ no }) => no), until };
        },
      );
      if (round.nos.length > 0) await tellRound({ context, deps, campaign }, 'void/told', round);
      return { campaignId };
    },
  };
}

/** Whoever is telling winners in this very moment finds the void at their next step; until then it is open who knows. */
async function leaveToFinish({ store, now }: CampaignDeps, campaignId: string): Promise<void> {
  const runs = await store.journal.list({ subject: campaignId, states: ['running'] });
  const isTelling = runs.some(({ definition }) => telling.includes(definition));
  if (isTelling) throw new Suspension('notify', new Date(now().getTime() + retryPauseMs));
}

const telling: readonly string[] = [campaignDefinition.name, lateClaimsDefinition.name];

/** Those who wait for a prize of which they know, or may know, and whose phones are still kept. */
export async function findMisled(
  { awards, outcomes, entries }: Pick<Store, 'awards' | 'outcomes' | 'entries'>,
  campaignId: string,
): Promise<Award[]> {
  const [all, notices, kept] = await Promise.all([
    awards.list(campaignId),
    outcomes.notices(campaignId),
    entries.list(campaignId),
  ]);
  const noticeOf = new Map(notices.map((notice) => [notice.entryId, notice]));
  const reachable = new Set(kept.filter(({ sealedPhone }) => sealedPhone !== '').map(({ id }) => id));
  return all.filter(
    (award) =>
      isHolding(award) &&
      award.state !== 'handed_over' &&
      reachable.has(award.entryId) &&
      mayKnow(award, noticeOf.get(award.entryId)),
  );
}

/** Of a local campaign the owner tells people, and does not always say so. */
function mayKnow({ toldAt }: Award, notice: Notice | undefined): boolean {
  if (toldAt !== undefined) return true;
  return notice !== undefined && (['sent', 'in_doubt'].includes(notice.state) || notice.mode === 'local');
}
