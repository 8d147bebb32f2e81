import type { CampaignStatus } from '../campaign/campaign-status.js';
import { verifyAuditFile } from '../draw/verify-audit-file.js';
import type { CampaignWorld } from './campaign-world.js';

/** What a campaign must have left behind at its end. */
export interface Expected {
  /** Channels as the stand-ins name them, sorted, one for each time that something reached people. */
  readonly reached: readonly string[];
  readonly entries: number;
  /** Winners and reserves. */
  readonly drawn: number;
  readonly told: number;
  /** What the audit chain tells of after the draw. */
  readonly moved?: readonly string[];
}

/** Everything that is not as it must be, in words: nothing lost, nothing twice, nothing open. */
export async function findFaults(
  world: CampaignWorld,
  status: CampaignStatus,
  expected: Expected,
): Promise<string[]> {
  const { campaign, run, publications, notices, draw, effects, report, insight } = status;
  const file = await world.audit(campaign.id);
  const audit = file.records;
  const rounds = audit.flatMap((record) => (typeOf(record) === 'NOTICES' ? [record['key']] : []));
  const reached = world.sandbox.publications().map(({ channel }) => channel);
  const facts: readonly (readonly [what: string, seen: unknown, wanted: unknown])[] = [
    ['run', run?.state, 'ended'],
    ['campaign', campaign.state, 'settled'],
    ['reached', reached.sort(), expected.reached],
    [
      'publications',
      publications.filter(({ externalId }) => externalId).length,
      campaign.brief.channels.length,
    ],
    ['entries', status.entries.accepted, expected.entries],
    ['drawn', draw?.transcript?.results.length ?? 0, expected.drawn],
    ['told', notices.filter(({ state }) => state === 'sent').length, expected.told],
    ['notices', notices.length, expected.told],
    [
      'audit',
      audit.map(typeOf).filter((type) => type !== 'NOTICES'),
      expected.drawn > 0 ? ['COMMIT', 'DRAW', ...(expected.moved ?? [])] : [],
    ],
    ['signed chain', draw === undefined || verifyAuditFile(draw.transcript, file), true],
    ['rounds', new Set(rounds).size, rounds.length],
    ['effects', effects.filter(({ state }) => state !== 'acked').map(({ id, state }) => [id, state]), []],
    ['learnt', [report !== undefined, insight !== undefined], [true, true]],
  ];
  return facts.flatMap(([what, seen, wanted]) =>
    JSON.stringify(seen) === JSON.stringify(wanted) ? [] : [`${what}: ${JSON.stringify(seen)}`],
  );
}

function typeOf(record: unknown): unknown {
  return typeof record === 'object' && record !== null && 'type' in record ? record.type : undefined;
}
