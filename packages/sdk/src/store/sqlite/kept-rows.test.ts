import { describe, expect, it } from 'vitest';
import { attacks, standing, withEverything } from '../../testing/kept-rows.js';
import { aroundStore } from './__fixtures__/around-store.js';

const replacements = [
  "insert or replace into draw select campaignId, 'committed', '{}', null from draw",
  "update or replace draw set campaignId = 'cmp-000000000002'",
  "replace into drawVoid select campaignId, '', '{}' from drawVoid",
  "replace into auditHead select campaignId, no, '{}' from auditHead",
  "replace into awardEvent select campaignId, no, seq, at, fromState, 'handed_over', reason from awardEvent",
  // every key of an award: its place, its entry, its link, and the piece that it holds
  "insert or replace into award select campaignId, no, 'x', 'drawn', 'latte', 9, null, at, null, 't', null, null, null, null, null, null from award where no = 2",
  "insert or replace into award select campaignId, 9, entryId, 'drawn', 'latte', 9, null, at, null, 't', null, null, null, null, null, null from award where no = 2",
  "insert or replace into award select campaignId, 9, 'x', 'drawn', 'latte', 9, null, at, null, tokenHash, null, null, null, null, null, null from award where no = 2",
  "insert or replace into award select campaignId, 9, 'x', 'drawn', prizeId, piece, null, at, null, 't', null, null, null, null, null, null from award where no = 2",
  "update or replace award set state = 'drawn', prizeId = 'latte', piece = 2 where no = 3",
  'update or replace award set entryId = (select entryId from award where no = 2) where no = 3',
];

describe('rows that bind the organiser, on SQLite', () => {
  it.each([...attacks, ...replacements])('stay as they are: %s', async (statement) => {
    const { before, after } = await aroundStore(statement, { prepare: withEverything, tables: standing });

    expect(before.length).toBeGreaterThanOrEqual(standing.length);
    expect(after).toEqual(before);
  });

  it('would be replaced without the triggers against it', async () => {
    const unguarded = [0, 1, 2, 3].map((no) => `drop trigger awardIsNotReplaced${no}`).join('; ');
    const prizes = replacements.filter((one) => one.includes('into award '));
    for (const statement of prizes) {
      const { before, after } = await aroundStore(`${unguarded}; ${statement}`, {
        prepare: withEverything,
        tables: ['award'],
      });
      expect(after).not.toEqual(before);
    }
    expect(prizes).toHaveLength(4);
  });
});
