import type { Store } from '../store/store.js';
import { drawnAwards } from './award-fixtures.js';
import { aCommitment, aTranscript } from './draw-fixtures.js';
import { aCampaign, aCampaignId, anInstant } from './fixtures.js';
import { anAuditHead, aVoid } from './store-cases/void-cases.js';

/** Tables of which no row may go or change once a draw is over and void. */
export const standing = ['draw', 'drawVoid', 'audit', 'auditHead', 'award', 'awardEvent'] as const;

/** A drawn campaign with two winners, of whom one was told, and a reserve; then its draw is declared void. */
export async function withEverything(store: Store): Promise<void> {
  await store.campaigns.add(aCampaign({ state: 'drawn' }));
  await store.draws.commit(aCampaignId, aCommitment());
  await store.draws.complete(aCampaignId, aTranscript());
  await store.audit.append(aCampaignId, { type: 'DRAW' });
  await store.awards.open(drawnAwards(2, 1));
  const told = { from: ['drawn'], to: 'notified', at: anInstant, reason: 'told' } as const;
  await store.awards.move({ campaignId: aCampaignId, no: 1, ...told });
  await store.audit.addHead(aCampaignId, anAuditHead(1));
  await store.draws.void(aCampaignId, aVoid(), { type: 'VOID' });
}

/** Plain SQL that both engines speak, by somebody who holds the database's password. */
export const attacks: readonly string[] = [
  ...standing.map((table) => `delete from "${table}"`),
  `update "draw" set "commitment" = '{}'`,
  `update "draw" set "transcript" = '{}'`,
  `update "draw" set "state" = 'committed', "transcript" = null`,
  `update "draw" set "campaignId" = 'cmp-000000000002'`,
  `insert into "draw" select "campaignId", 'committed', '{}', null from "draw"`,
  `update "drawVoid" set "value" = '{}'`,
  `update "auditHead" set "head" = '{}'`,
  `update "audit" set "record" = '{}'`,
  `update "awardEvent" set "toState" = 'claimed'`,
  `update "award" set "entryId" = 'x' where "no" = 1`,
  `update "award" set "tokenHash" = 'x' where "no" = 1`,
  `update "award" set "no" = 7 where "no" = 1`,
  `update "award" set "reserve" = 2 where "no" = 3`,
  `update "award" set "prizeId" = 'car' where "no" = 1`,
  `update "award" set "prizeId" = null, "piece" = null where "no" = 1`,
  `update "award" set "state" = 'claimed' where "no" = 1`,
  `update "award" set "state" = 'drawn' where "no" = 1`,
  `insert into "award" select * from "award" where "no" = 1`,
];
