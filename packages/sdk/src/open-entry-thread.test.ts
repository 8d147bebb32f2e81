import { createPublicKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type EntryThread, openEntryThread } from './open-entry-thread.js';
import { isGenuineReceipt } from './participate/receipt.js';
import type { EntryAnswer, Submission } from './participate/take-entries.js';
import type { CampaignKeys } from './security/campaign-keys.js';
import { createKeyring } from './security/campaign-keys.js';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.js';
import type { Store } from './store/store.js';
import { aCampaign, aCampaignId, anInstant } from './testing/fixtures.js';
import { temporaryFolders } from './testing/temporary-folders.js';

const newFolder = temporaryFolders();
const compiled = new URL('../dist/entry-thread.js', import.meta.url).href;

let path: string;
let store: Store;
let keys: CampaignKeys;
let thread: EntryThread | undefined;

beforeEach(async () => {
  path = join(newFolder(), 'kt-event.db');
  store = await openSqliteStore({ path, now: () => new Date(anInstant) });
  await store.campaigns.add(aCampaign());
  const masterKey = Buffer.alloc(32, 1);
  keys = await createKeyring({ keys: store.keys, masterKey, randomBytes }).of(aCampaignId);
});
afterEach(async () => {
  await thread?.close();
  thread = undefined;
  await store.close();
});

function open(script?: URL): EntryThread {
  thread = openEntryThread({ path }, script);
  return thread;
}

/** A thread of this code; `real` is the address of the one that we ship. */
const threadOf = (code: string) =>
  new URL(`data:text/javascript,${encodeURIComponent(`const real = '${compiled}'; ${code}`)}`);

function aSubmission(no: number): Submission {
  const phone = `+8210${String(no).padStart(8, '0')}` as const;
  const idempotencyKey = `key-${String(no).padStart(16, '0')}`;
  const person = { name: `손님${no}`, phone, text: `{"phone":"${phone}"}` };
  const worth = { weight: 1, visited: false, marketingConsent: false, spends: undefined };
  const came = { arrivalNo: no, receivedAtMs: Date.parse(anInstant) };
  return { ...came, ...person, ...worth, campaignId: aCampaignId, idempotencyKey, keys };
}

const range = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
const receiptsOf = (answers: readonly EntryAnswer[]) =>
  answers.flatMap((answer) => ('receipt' in answer ? [answer.receipt] : []));

/** Entries that were acknowledged and are not on disk. */
async function lost(answers: readonly EntryAnswer[]): Promise<number> {
  const kept = new Set((await store.entries.list(aCampaignId)).map(({ id }) => id));
  return receiptsOf(answers).filter(({ entryId }) => !kept.has(entryId)).length;
}

describe('the entry thread', () => {
  it('writes batches in the order given, and signs what it wrote', async () => {
    const { take } = open();
    const answers = (await Promise.all([take(range(3).map(aSubmission)), take([aSubmission(4)])])).flat();
    const publicKey = createPublicKey(keys.signingKey);

    const receipts = receiptsOf(answers);
    expect(receipts.map(({ seq }) => seq)).toEqual([1, 2, 3, 4]);
    expect(receipts.every((receipt) => isGenuineReceipt(receipt, publicKey))).toBe(true);
    expect(await lost(answers)).toBe(0);
  });

  it('gives the same receipt again, to the last character', async () => {
    const { take } = open();
    const [first] = await take([aSubmission(1)]);
    const [again] = await take([aSubmission(1)]);

    expect(again).toEqual({ ...first, kind: 'replayed' });
  });

  it('finishes what it has when it is closed', async () => {
    const opened = open();
    const answers = opened.take(range(50).map(aSubmission));
    await opened.close();

    expect(await lost(await answers)).toBe(0);
    expect(receiptsOf(await answers)).toHaveLength(50);
  });

  it('dies without a false word, and another takes its place', async () => {
    const marker = `${path}-died`;
    const { take } = open(
      threadOf(`
        import { existsSync, writeFileSync } from 'node:fs';
        import { parentPort } from 'node:worker_threads';
        if (existsSync('${marker}')) await import(real);
        else parentPort.on('message', () => { writeFileSync('${marker}', ''); process.exit(1); });`),
    );
    const failed = await Promise.allSettled([take([aSubmission(1)]), take([aSubmission(2)])]);
    const answers = await take(range(3).map(aSubmission));

    const codes = failed.map((result) => result.status === 'rejected' && result.reason.code);
    expect(codes).toEqual(['STORE_005', 'STORE_005']);
    expect(answers.map(({ kind }) => kind)).toEqual(['created', 'created', 'created']);
    expect(await lost(answers)).toBe(0);
  });

  it('tells that it could not write, and nothing of what', async () => {
    const { take } = open();
    const strangers = { ...aSubmission(1), campaignId: 'cmp-000000000009' };
    const refusal = await take([strangers]).catch((error: unknown) => error);

    expect(refusal).toMatchObject({ code: 'STORE_005' });
    expect(JSON.stringify(refusal)).not.toContain('손님');
    expect(await store.entries.list(aCampaignId)).toEqual([]);
  });

  it('would be seen to answer before the commit', async () => {
    const { take } = open(
      threadOf(`
        import { parentPort } from 'node:worker_threads';
        parentPort.on('message', (message) => {
          if (message === 'end') return parentPort.close();
          const { no, batch } = message;
          const answers = batch.map((_, at) => ({ kind: 'created', receipt: { entryId: 'e' + at } }));
          parentPort.postMessage({ no, answers });
        });`),
    );

    expect(await lost(await take(range(3).map(aSubmission)))).toBe(3);
  });
});
