import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KtEventError } from '../errors/index.js';
import type { Participation } from '../schema/entry.js';
import { aPhone, type EntryDesk, openEntryDesk } from '../testing/entry-desk.js';
import { aCampaignId } from '../testing/fixtures.js';

interface Answer {
  readonly phone: string;
  readonly key: string;
  readonly result: Participation | string;
}

/** What a crowd must have been told, whatever the order. @returns the broken rules */
function brokenRules(answers: readonly Answer[], stock: number): string[] {
  const granted = answers.flatMap(({ phone, result }) =>
    typeof result === 'string' || result.replayed ? [] : [{ phone, ...result.receipt }],
  );
  const numbers = granted.map(({ couponNo }) => couponNo ?? 0).sort((a, b) => a - b);
  const byKey = new Map<string, Set<string>>();
  for (const { key, result } of answers) {
    const told = typeof result === 'string' ? result : JSON.stringify(result.receipt);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(told));
  }
  return [
    ...(new Set(granted.map(({ phone }) => phone)).size === granted.length ? [] : ['P1 once per phone']),
    ...(numbers.every((no, index) => no === index + 1) && numbers.length === stock ? [] : ['P3 exact stock']),
    ...([...byKey.values()].every((told) => told.size === 1) ? [] : ['P6 one answer per key']),
  ];
}

let desk: EntryDesk;
beforeEach(async () => {
  desk = await openEntryDesk();
});
afterEach(() => desk.close());

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('a crowd', () => {
  const stock = 300;
  const people = 900;

  /** 2,000 requests: 900 phones, most of them twice with the same key, some again under another key. */
  async function storm(): Promise<Answer[]> {
    const requests = range(2_000).map((no) => {
      const person = no % people;
      const contested = no > 1_800;
      return { phone: aPhone(person), key: `key-${String(contested ? no : person).padStart(12, '0')}` };
    });
    return Promise.all(
      requests.map(async ({ phone, key }) => ({
        phone,
        key,
        result: await desk
          .enter({ phone }, key)
          .catch((error: unknown) => (KtEventError.is(error) ? error.code : 'unknown')),
      })),
    );
  }

  it('gets exactly the stock, once each, one answer per request, all of it on disk', async () => {
    await desk.openFirstCome(stock);
    const answers = await storm();
    const kept = await desk.store.entries.list(aCampaignId);
    const told = answers.flatMap(({ result }) => (typeof result === 'string' ? [] : [result.receipt]));

    expect(brokenRules(answers, stock)).toEqual([]);
    expect(kept).toHaveLength(stock);
    const keptIds = new Set(kept.map(({ id, couponNo }) => `${id}/${couponNo}`));
    expect(told.filter(({ entryId, couponNo }) => !keptIds.has(`${entryId}/${couponNo}`))).toEqual([]);
    expect((await desk.store.campaigns.find(aCampaignId))?.state).toBe('closed');
    const codes = answers.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
    expect(new Set(codes)).toEqual(new Set(['USER_004', 'USER_006']));
  });

  it('would have been noticed if it had got more, or two for one phone', async () => {
    await desk.openFirstCome(stock);
    const answers = await storm();
    const first = answers.find(({ result }) => typeof result !== 'string');

    expect(brokenRules(answers, stock - 1)).toEqual(['P3 exact stock']);
    expect(brokenRules(first ? [...answers, first] : [], stock)).toContain('P1 once per phone');
    const other = { phone: first?.phone ?? '', key: first?.key ?? '', result: 'USER_006' };
    expect(brokenRules([...answers, other], stock)).toEqual(['P6 one answer per key']);
  });
});
