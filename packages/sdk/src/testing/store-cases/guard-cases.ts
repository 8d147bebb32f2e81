import { expect } from 'vitest';
import type { CodeCaps, CodeRequest } from '../../store/code-repository.js';
import type { Store } from '../../store/store.js';
import { aCampaign, aCampaignId, anInstant, aSealedEntry } from '../fixtures.js';
import { addOne, kinds, lottery, range } from './entry-setup.js';
import type { StoreCase } from './store-case.js';

const challenge = { name: 'c'.repeat(64), expiresAt: '2026-12-05T03:05:00.000Z' };
const paid = { spends: { challenge } };
const spent = { kind: 'spent', what: 'challenge' } as const;

const anHourMs = 3_600_000;
const caps: CodeCaps = { perPhone: 3, perClient: 10, windowMs: anHourMs, budgetKrw: 1_000 };
const after = (ms: number) => new Date(Date.parse(anInstant) + ms).toISOString();

/** The `no`th code, asked for in the `no`th second. */
function aCodeRequest(no: number, over: Partial<CodeRequest> = {}): CodeRequest {
  return {
    id: `code-${String(no).padStart(4, '0')}`,
    campaignId: aCampaignId,
    phoneIndex: 'p1',
    clientIndex: 'c1',
    codeHash: `hash-${no}`,
    at: after(no * 1_000),
    expiresAt: after(no * 1_000 + 180_000),
    priceKrw: 18,
    ...over,
  };
}

const reserve = (store: Store, no: number, over?: Partial<CodeRequest>, limits = caps) =>
  store.codes.reserve(aCodeRequest(no, over), limits);
const attempt = (at: string) => ({ campaignId: aCampaignId, phoneIndex: 'p1', at });

/** What is paid with once is worth nothing after, whoever is first. */
export const guardCases: readonly StoreCase[] = [
  {
    name: 'takes a solved challenge once, in whatever batch it comes again',
    async check(store) {
      await lottery(store);
      const outcomes = await store.entries.add([aSealedEntry(1, paid), aSealedEntry(2, paid)]);
      const later = await addOne(store, aSealedEntry(3, paid));

      expect(kinds(outcomes)).toEqual(['created', 'spent']);
      expect([outcomes[1], later]).toEqual([spent, spent]);
      expect(await store.entries.list(aCampaignId)).toHaveLength(1);
    },
  },
  {
    name: 'answers a repeated request although its challenge is spent',
    async check(store) {
      await lottery(store);
      const entry = aSealedEntry(1, { ...paid, idempotencyKey: 'key-0123456789ab' });
      const again = aSealedEntry(2, { ...paid, idempotencyKey: 'key-0123456789ab' });
      const same = { blindIndex: entry.blindIndex, requestHash: entry.requestHash };

      expect(await addOne(store, entry)).toMatchObject({ kind: 'created' });
      expect(await addOne(store, { ...again, ...same })).toMatchObject({
        kind: 'replayed',
        entry: { id: entry.id },
      });
    },
  },
  {
    name: 'tells a repeat within the batch what its first was told',
    async check(store) {
      await lottery(store);
      await addOne(store, aSealedEntry(1, paid));
      const keyed = { ...paid, idempotencyKey: 'key-0123456789ab' };
      const { requestHash } = aSealedEntry(2);
      const batch = [aSealedEntry(2, keyed), aSealedEntry(3, { ...keyed, requestHash })];

      expect(await store.entries.add(batch)).toEqual([spent, spent]);
    },
  },
  {
    name: 'keeps challenges of campaigns apart, and forgets those that are over',
    async check(store) {
      await lottery(store);
      await store.campaigns.add(aCampaign({ id: 'cmp-000000000002', slug: 'latte2' }));
      const elsewhere = aSealedEntry(2, { ...paid, campaignId: 'cmp-000000000002' });

      expect(kinds(await store.entries.add([aSealedEntry(1, paid), elsewhere]))).toEqual([
        'created',
        'created',
      ]);
      expect(await store.guards.forgetExpired(challenge.expiresAt)).toBe(0);
      expect(await store.guards.forgetExpired(after(301_000))).toBe(2);
    },
  },
  {
    name: 'forgets who asked for a code, and keeps what the codes have cost',
    async check(store) {
      await lottery(store);
      await reserve(store, 1);
      await reserve(store, 2);

      expect(await store.codes.forgetAskedUntil(after(999))).toBe(0);
      expect(await store.codes.forgetAskedUntil(aCodeRequest(1).at)).toBe(1);
      expect(await store.codes.forgetAskedUntil(aCodeRequest(2).at)).toBe(1);
      expect(await store.guards.tally(aCampaignId)).toMatchObject({ codesSent: 2 });
    },
  },
  {
    name: 'takes a one-time code once',
    async check(store) {
      await lottery(store);
      await reserve(store, 1);
      const withCode = { spends: { codeId: aCodeRequest(1).id } };
      const outcomes = await store.entries.add([aSealedEntry(1, withCode), aSealedEntry(2, withCode)]);

      expect(kinds(outcomes)).toEqual(['created', 'spent']);
      expect(await addOne(store, aSealedEntry(3, withCode))).toEqual({ kind: 'spent', what: 'code' });
      expect(await store.codes.tryNewest(attempt(after(2_000)), 5)).toBeUndefined();
    },
  },
  {
    name: 'lets a code be tried so often and no more, counted before it is compared',
    async check(store) {
      await lottery(store);
      await reserve(store, 1);
      const tries = await Promise.all(range(8).map(() => store.codes.tryNewest(attempt(after(2_000)), 5)));

      expect(tries.filter((one) => one !== undefined)).toEqual(
        range(5).map(() => ({ id: aCodeRequest(1).id, codeHash: 'hash-1' })),
      );
    },
  },
  {
    name: 'knows the newest code of a phone only, until it is too old',
    async check(store) {
      await lottery(store);
      await reserve(store, 1);
      await reserve(store, 2);

      expect(await store.codes.tryNewest(attempt(after(3_000)), 5)).toMatchObject({ codeHash: 'hash-2' });
      expect(await store.codes.tryNewest(attempt(after(182_000)), 5)).toBeUndefined();
      expect(await store.codes.tryNewest({ ...attempt(after(3_000)), phoneIndex: 'p2' }, 5)).toBeUndefined();
    },
  },
  {
    name: 'gives a phone and an address so many codes in a window, and says when the next',
    async check(store) {
      await lottery(store);
      const ofPhone = [];
      for (const no of range(4)) ofPhone.push(await reserve(store, no));
      const ofClient = await Promise.all(
        range(9).map((no) => reserve(store, no + 10, { phoneIndex: `q${no}` })),
      );

      expect(kindsOf(ofPhone)).toEqual(['granted', 'granted', 'granted', 'too_many']);
      expect(ofPhone[3]).toEqual({ kind: 'too_many', until: after(1_000 + anHourMs) });
      // of those who ask at once any may be first
      expect(kindsOf(ofClient).sort()).toEqual([...range(7).map(() => 'granted'), 'too_many', 'too_many']);
      expect(await reserve(store, 3_700)).toEqual({ kind: 'granted' });
    },
  },
  {
    name: 'never spends more on codes than the budget, whoever asks at once',
    async check(store) {
      await lottery(store);
      const limits = { ...caps, perClient: 100, budgetKrw: 18 * 4 + 17 };
      const grants = await Promise.all(
        range(9).map((no) => reserve(store, no, { phoneIndex: `q${no}` }, limits)),
      );

      expect(kindsOf(grants).filter((kind) => kind === 'granted')).toHaveLength(4);
      const refused = grants.filter(({ kind }) => kind !== 'granted');
      expect(refused).toEqual(range(5).map(() => ({ kind: 'no_budget', budgetKrw: limits.budgetKrw })));
      expect(await store.guards.tally(aCampaignId)).toMatchObject({ codesSent: 4, codesKrw: 72 });
    },
  },
  {
    name: 'gives back the money of a code that was not sent, once, and never takes that code',
    async check(store) {
      await lottery(store);
      await reserve(store, 1);
      await reserve(store, 2, { phoneIndex: 'p2' });
      await Promise.all([1, 1, 1].map((no) => store.codes.refund(aCodeRequest(no).id)));
      await store.codes.refund(aCodeRequest(1).id);

      expect(await store.guards.tally(aCampaignId)).toMatchObject({ codesSent: 1, codesKrw: 18 });
      expect(await store.codes.tryNewest(attempt(after(2_000)), 5)).toBeUndefined();
    },
  },
  {
    name: 'spends the challenge of whoever asks for a code, also where the caps refuse',
    async check(store) {
      await lottery(store);
      const ask = (no: number, limits = caps) => store.codes.reserve(aCodeRequest(no), limits, challenge);

      expect(await ask(1, { ...caps, budgetKrw: 0 })).toMatchObject({ kind: 'no_budget' });
      expect(await ask(2)).toEqual({ kind: 'spent' });
      expect(await addOne(store, aSealedEntry(1, paid))).toEqual(spent);
    },
  },
  {
    name: 'adds up who was turned away by what, for each campaign',
    async check(store) {
      await lottery(store);
      await store.guards.count(aCampaignId, { challenge: 2, honeypot: 1 });
      await store.guards.count(aCampaignId, { challenge: 3 });
      await store.guards.count(aCampaignId, {});
      await store.campaigns.add(aCampaign({ id: 'cmp-000000000002', slug: 'latte2' }));
      await store.guards.count('cmp-000000000002', { honeypot: 4 });

      expect(await store.guards.totals()).toMatchObject({ challenge: 5, honeypot: 5, limit: 0 });

      expect((await store.guards.tally(aCampaignId)).turnedAway).toEqual({
        challenge: 5,
        honeypot: 1,
        limit: 0,
        code: 0,
        code_limit: 0,
        code_budget: 0,
      });
    },
  },
];

const kindsOf = (grants: readonly { readonly kind: string }[]) => grants.map(({ kind }) => kind);
