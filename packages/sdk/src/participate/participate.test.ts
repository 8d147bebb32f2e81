import { createPublicKey, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { KtEventError } from '../errors/index.js';
import type { Campaign } from '../schema/campaign.js';
import type { EntryInput } from '../schema/entry.js';
import { createKeyring, type Keyring } from '../security/campaign-keys.js';
import { openPerson } from '../security/entry-seal.js';
import { ownerTag } from '../security/owner-tag.js';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.js';
import type { Store } from '../store/store.js';
import { aCampaign, aCampaignId, aFirstComeBrief, anEntryInput, anInstant } from '../testing/fixtures.js';
import { createCampaignCache } from './campaign-cache.js';
import { createCommitter } from './committer.js';
import { type ParticipateDeps, type Participation, participate } from './participate.js';
import { isGenuineReceipt } from './receipt.js';
import { visitCode } from './visit-code.js';

let folder: string;
let store: Store;
let keyring: Keyring;
let deps: ParticipateDeps;
let nowMs: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kt-event-entries-'));
  nowMs = Date.parse(anInstant);
  const now = () => new Date(nowMs);
  store = await openSqliteStore({ path: join(folder, 'kt-event.db'), now });
  keyring = createKeyring({ keys: store.keys, masterKey: Buffer.alloc(32, 1), randomBytes });
  deps = {
    campaigns: createCampaignCache({ campaigns: store.campaigns, now }),
    entries: store.entries,
    committer: createCommitter({ entries: store.entries }),
    keyring,
    now,
    randomBytes,
  };
});
afterEach(() => store.close());

const open = (over: Partial<Campaign> = {}) => store.campaigns.add(aCampaign(over));

async function openFirstCome(stock: number): Promise<void> {
  await open({ brief: aFirstComeBrief(stock) });
  await store.entries.openStock(aCampaignId, stock);
}

function enter(over: Partial<EntryInput> = {}, idempotencyKey?: string): Promise<Participation> {
  return participate({ slug: 'latte1', entry: anEntryInput(over), idempotencyKey }, deps);
}

const withCode = (code: string) => ({ code });
const phoneOf = (no: number) =>
  `010-${String(1_000 + Math.floor(no / 10_000))}-${String(no % 10_000).padStart(4, '0')}`;
const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe('participate', () => {
  it('answers with a receipt that the organiser signed and that finds the entry', async () => {
    await open();
    const { receipt, replayed } = await enter();
    const { signingKey } = await keyring.of(aCampaignId);
    const entry = await store.entries.find(aCampaignId, receipt.entryId);

    expect(replayed).toBe(false);
    expect(receipt).toMatchObject({ campaignId: aCampaignId, seq: 1, weight: 1, receivedAt: anInstant });
    expect(isGenuineReceipt(receipt, createPublicKey(signingKey))).toBe(true);
    expect(isGenuineReceipt({ ...receipt, weight: 2 }, createPublicKey(signingKey))).toBe(false);
    expect(entry?.ownerTag).toBe(ownerTag(receipt.salt, '+821012345678'));
  });

  it('keeps who entered where only the key of the campaign finds it', async () => {
    await open();
    const { receipt } = await enter();
    const { dataKey } = await keyring.of(aCampaignId);
    const [entry] = await store.entries.list(aCampaignId);

    expect(entry && openPerson(entry, dataKey)).toEqual({
      name: '정재훈',
      phone: '+821012345678',
      salt: receipt.salt,
    });
  });

  it('refuses the same phone in another spelling, and says when it entered', async () => {
    await open();
    await enter();

    await expect(enter({ phone: '+82 10 1234 5678', name: '다른이름' })).rejects.toMatchObject({
      code: 'USER_004',
      context: { enteredAt: '2026-12-05T12:00:00+09:00' },
    });
  });

  it('answers the same request with the same receipt, to the last character', async () => {
    await open();
    const first = await enter({}, 'key-0123456789abc');
    nowMs += 1_000;
    const again = await enter({}, 'key-0123456789abc');

    expect(JSON.stringify(again.receipt)).toBe(JSON.stringify(first.receipt));
    expect(again.replayed).toBe(true);
  });

  it('answers a lost answer also when entries have closed', async () => {
    await open();
    const first = await enter({}, 'key-0123456789abc');
    nowMs = Date.parse('2026-12-15T00:00:00+09:00');

    expect(await enter({}, 'key-0123456789abc')).toEqual({ ...first, replayed: true });
    await expect(enter({ name: '다른이름' }, 'key-0123456789abc')).rejects.toMatchObject(
      withCode('USER_005'),
    );
    await expect(enter({}, 'key-of-nobody-000')).rejects.toMatchObject(withCode('USER_005'));
  });

  it('refuses a key that comes with another body', async () => {
    await open();
    await enter({}, 'key-0123456789abc');
    const other = enter({ phone: '010-9999-0000' }, 'key-0123456789abc');

    await expect(other).rejects.toMatchObject(withCode('USER_009'));
  });

  it.each([
    ['a landline', { phone: '02-1234-5678' }],
    ['no consent', { consent: false }],
    ['a child', { overFourteen: false }],
    ['no name', { name: '  ' }],
    ['a field nobody asked for', { residentNumber: '1' }],
    ['a wrong visit code', { visitCode: '000000x' }],
  ])('refuses %s and counts it', async (_what, over) => {
    await open();

    await expect(enter(over as Partial<EntryInput>)).rejects.toMatchObject(withCode('USER_001'));
    expect(await store.entries.tally(aCampaignId)).toMatchObject({ accepted: 0, refused: 1 });
  });

  it.each(['short', 'k'.repeat(256), 'key with spaces in it'])(
    'refuses the idempotency key %s',
    async (key) => {
      await open();

      await expect(enter({}, key)).rejects.toMatchObject(withCode('USER_001'));
    },
  );

  it('takes entries from the first instant of the period to the last before its end', async () => {
    await open();
    const opensAt = Date.parse('2026-12-01T00:00:00+09:00');
    const closesAt = Date.parse('2026-12-15T00:00:00+09:00');
    const at = async (ms: number, no: number) => {
      nowMs = ms;
      return enter({ phone: phoneOf(no) }).then(
        () => 'created',
        ({ code }) => code,
      );
    };

    const answers = [
      await at(opensAt - 1, 1),
      await at(opensAt, 2),
      await at(closesAt - 1, 3),
      await at(closesAt, 4),
    ];
    expect(answers).toEqual(['USER_005', 'created', 'created', 'USER_005']);
  });

  it.each(['draft', 'published', 'closed', 'cancelled', 'drawn'] as const)(
    'refuses entries while the campaign is %s',
    async (state) => {
      await open({ state });

      await expect(enter()).rejects.toMatchObject(withCode('USER_005'));
    },
  );

  it('knows no campaign at an address nobody made', async () => {
    await expect(enter()).rejects.toMatchObject(withCode('USER_002'));
  });

  it('adds the visit bonus for the code in the store, of now or of the window before', async () => {
    await open();
    const { visitKey } = await keyring.of(aCampaignId);
    const shown = visitCode(visitKey, new Date(nowMs));
    const now = await enter({ visitCode: shown });
    nowMs += 600_000;
    const before = await enter({ visitCode: shown, phone: '010-2222-3333' });
    nowMs += 600_000;
    const old = enter({ visitCode: shown, phone: '010-2222-4444' });

    expect([now.receipt.weight, before.receipt.weight]).toEqual([3, 3]);
    await expect(old).rejects.toMatchObject(withCode('USER_001'));
    expect((await store.entries.tally(aCampaignId)).visitors).toBe(2);
  });

  it('says sold out after the last piece, and still knows who has one', async () => {
    await openFirstCome(1);
    const first = await enter({}, 'key-0123456789abc');
    nowMs += 1_000; // the cache has seen the campaign close

    expect(first.receipt.couponNo).toBe(1);
    await expect(enter({ phone: '010-2222-3333' })).rejects.toMatchObject({
      code: 'USER_006',
      context: { stock: 1 },
    });
    await expect(enter()).rejects.toMatchObject(withCode('USER_004'));
    expect((await enter({}, 'key-0123456789abc')).receipt).toEqual(first.receipt);
  });

  it('refuses entries of a first-come campaign that was closed with pieces left', async () => {
    await openFirstCome(5);
    await store.campaigns.update(aCampaignId, ['open'], { state: 'closed' });

    await expect(enter()).rejects.toMatchObject(withCode('USER_005'));
  });

  it('gives nothing away when the store cannot write', async () => {
    await open();
    const add = async () => {
      throw new Error('disk full');
    };
    const committer = createCommitter({ entries: { add } });
    const attempt = participate({ slug: 'latte1', entry: anEntryInput() }, { ...deps, committer });

    await expect(attempt).rejects.toMatchObject(withCode('STORE_005'));
    expect((await enter()).receipt.seq).toBe(1);
  });
});

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
  const receipts = Map.groupBy ? answers : answers;
  const byKey = new Map<string, Set<string>>();
  for (const { key, result } of receipts) {
    const told = typeof result === 'string' ? result : JSON.stringify(result.receipt);
    byKey.set(key, (byKey.get(key) ?? new Set()).add(told));
  }
  return [
    ...(new Set(granted.map(({ phone }) => phone)).size === granted.length ? [] : ['P1 once per phone']),
    ...(numbers.every((no, index) => no === index + 1) && numbers.length === stock ? [] : ['P3 exact stock']),
    ...([...byKey.values()].every((told) => told.size === 1) ? [] : ['P6 one answer per key']),
  ];
}

describe('a crowd', () => {
  const stock = 300;
  const people = 900;

  /** 2,000 requests: 900 phones, most of them twice with the same key, some again under another key. */
  async function storm(): Promise<Answer[]> {
    const requests = range(2_000).map((no) => {
      const person = no % people;
      const contested = no > 1_800;
      return { phone: phoneOf(person), key: `key-${contested ? no : person}`.padEnd(16, '0') };
    });
    return Promise.all(
      requests.map(async ({ phone, key }) => ({
        phone,
        key,
        result: await enter({ phone }, key).catch((error: unknown) =>
          KtEventError.is(error) ? error.code : 'unknown',
        ),
      })),
    );
  }

  it('gets exactly the stock, once each, one answer per request, all of it on disk', async () => {
    await openFirstCome(stock);
    const answers = await storm();
    const kept = await store.entries.list(aCampaignId);
    const told = answers.flatMap(({ result }) => (typeof result === 'string' ? [] : [result.receipt]));

    expect(brokenRules(answers, stock)).toEqual([]);
    expect(kept).toHaveLength(stock);
    const keptIds = new Set(kept.map(({ id, couponNo }) => `${id}/${couponNo}`));
    expect(told.filter(({ entryId, couponNo }) => !keptIds.has(`${entryId}/${couponNo}`))).toEqual([]);
    expect((await store.campaigns.find(aCampaignId))?.state).toBe('closed');
    const codes = answers.flatMap(({ result }) => (typeof result === 'string' ? [result] : []));
    expect(new Set(codes)).toEqual(new Set(['USER_004', 'USER_006']));
  });

  it('would have been noticed if it had got more, or two for one phone', async () => {
    await openFirstCome(stock);
    const answers = await storm();
    const first = answers.find(({ result }) => typeof result !== 'string');

    expect(brokenRules(answers, stock - 1)).toEqual(['P3 exact stock']);
    expect(brokenRules(first ? [...answers, first] : [], stock)).toContain('P1 once per phone');
    const other = { phone: first?.phone ?? '', key: first?.key ?? '', result: 'USER_006' };
    expect(brokenRules([...answers, other], stock)).toEqual(['P6 one answer per key']);
  });
});

describe('the disk', () => {
  const canaries = ['01098761234', '010-9876-1234', '98761234', '9876-1234', '카나리아', 'key-canary'];

  /** Every file of the store, write-ahead log included, searched for text as the database would hold it. */
  function found(words: readonly string[]): string[] {
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) =>
      file.isFile(),
    );
    const bytes = files.map((file) => readFileSync(join(file.parentPath, file.name)));
    return words.filter((word) => bytes.some((content) => content.includes(word)));
  }

  it('never holds a phone or a name in clear', async () => {
    await open();
    await enter({ phone: '010-9876-1234', name: '카나리아' }, 'key-0123456789abc');
    await enter({ phone: '010-9876-1234', name: '카나리아' }).catch(() => undefined);
    await enter({ phone: '02-9876-1234', name: '카나리아' }).catch(() => undefined);

    expect(readdirSync(folder)).toContain('kt-event.db-wal');
    expect(found(canaries)).toEqual([]);
    expect(found(['latte1', 'key-0123456789abc'])).toEqual(['latte1', 'key-0123456789abc']);
  });
});
