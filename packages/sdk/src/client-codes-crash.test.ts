import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import type { KtEvent } from './kt-event.js';
import { codeSubject } from './participate/guards/phone-codes.js';
import type { Run } from './runs/journal.js';
import type { GuardTally } from './store/guard-repository.js';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.js';
import type { Store } from './store/store.js';
import { createDyingStore, type DyingStore } from './testing/dying-store.js';
import { aGuest, aKey } from './testing/guarded-world.js';
import { quickMakers } from './testing/quick-makers.js';
import { aSmallBrief } from './testing/small-brief.js';

let root: string;
let sandbox: Sandbox;
let nowMs: number;
const now = () => new Date(nowMs);
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'kt-event-dying-codes-'));
  nowMs = Date.parse('2026-11-23T10:00:00+09:00');
  sandbox = await openSandbox({ now });
});
afterEach(async () => {
  await sandbox.close();
  await rm(root, { recursive: true });
});

const openStore = () => openSqliteStore({ path: join(root, 'kt-event.db'), now });
const openOn = (store: Store) =>
  openClient(
    {
      folder: join(root, 'data'),
      output: join(root, 'out'),
      environment: sandbox.environment(),
      now,
      ...quickMakers(),
      sleep: async () => undefined,
    },
    async () => store,
  );
const messages = () => sandbox.requests('solapi').filter(({ method }) => method === 'POST');
const newestCode = () => /인증번호 (\d{6})/.exec(messages().at(-1)?.body ?? '')?.[1] ?? '';

/** An open event that needs codes. */
async function publish(ktEvent: KtEvent) {
  const { id } = await ktEvent.create(aSmallBrief({ channels: ['naver_blog'], guards: { phoneCode: true } }));
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
  await ktEvent.advance(id);
  nowMs = Date.parse('2026-12-01T12:00:00+09:00');
  await ktEvent.advance(id);
  return campaign;
}

/** A phone of its own for each question. */
let guestNo = 1;

/** Asks for a code on a store that dies right after its n-th write. @returns what it had begun to write. */
async function askAndDie(slug: string, write: number): Promise<DyingStore['writes']> {
  const dying = createDyingStore(await openStore(), { write, when: 'after' });
  const ktEvent = await openOn(dying.store);
  await ktEvent
    .sendPhoneCode(slug, { phone: aGuest(guestNo).phone, client: '203.0.113.1' })
    .catch(() => undefined);
  await ktEvent.close().catch(() => undefined);
  return dying.writes;
}

interface Outcome {
  /** Messages that the service got. */
  readonly sent: number;
  /** Codes that count against the budget. */
  readonly counted: number;
  readonly krw: number;
  /** Whether the code that came lets somebody in. */
  readonly works: boolean;
  readonly unfinished: number;
}

/** What has been broken, in words. */
function judge({ sent, counted, krw, works, unfinished }: Outcome): string[] {
  return [
    sent > 1 && 'sent twice',
    counted < sent && 'sent for nothing',
    krw !== counted * 18 && 'a wrong sum',
    sent === 1 && !works && 'a code that came and is worth nothing',
    unfinished > 0 && 'left in the middle',
  ].filter((complaint) => complaint !== false);
}

/** Another process comes, several times. */
async function carryOn(
  campaignId: string,
  before: GuardTally,
  sentBefore: number,
  mind: Mind,
): Promise<Outcome> {
  const store = await openStore();
  const runs = () => store.journal.list({ subject: codeSubject(campaignId) });
  await mind(store, (await runs()).filter(isOpen));
  const ktEvent = await openOn(store);
  for (let no = 0; no < 3; no += 1) await ktEvent.advance(campaignId);
  const { codesSent, codesKrw } = await ktEvent.guardTally(campaignId);
  const unfinished = (await runs()).filter(isOpen).length;
  const { slug } = (await ktEvent.status(campaignId)).campaign;
  const options = { idempotencyKey: aKey(), proofs: { phoneCode: newestCode() } };
  const works = await ktEvent.participate(slug, aGuest(guestNo), options).then(
    () => true,
    () => false,
  );
  await ktEvent.close();
  return {
    sent: messages().length - sentBefore,
    counted: codesSent - before.codesSent,
    krw: codesKrw - before.codesKrw,
    works,
    unfinished,
  };
}

type Mind = (store: Store, open: readonly Run[]) => Promise<void>;
const isOpen = ({ state }: Run) => state !== 'ended';
const asItIs: Mind = async () => undefined;

/** Dies at each write of the question in turn. @returns every outcome, and the writes of a whole question */
async function dieEverywhere(mind: Mind = asItIs) {
  const first = await openOn(await openStore());
  const { id, slug } = await publish(first);
  await first.close();
  const outcomes: Outcome[] = [];
  for (let write = 1; ; write += 1) {
    guestNo = write;
    const store = await openStore();
    const before = await store.guards.tally(id);
    await store.close();
    const sentBefore = messages().length;
    const writes = await askAndDie(slug, write);
    outcomes.push(await carryOn(id, before, sentBefore, mind));
    nowMs += 3_600_000; // the caps are not what is tried here
    if (writes.length < write) return { outcomes, writes };
  }
}

describe('a process that dies over a one-time code', { timeout: 180_000 }, () => {
  it('has it sent once at most, paid for if it was, and good if it came', async () => {
    const { outcomes, writes } = await dieEverywhere();

    expect(writes.length).toBeGreaterThan(4);
    expect(new Set(outcomes.map(({ sent }) => sent))).toEqual(new Set([0, 1]));
    expect(outcomes.filter(({ sent }) => sent === 1).length).toBeGreaterThan(1); // also of those that died
    expect(outcomes.flatMap(judge)).toEqual([]);
  });

  it('would be caught if whoever comes after took an intent for nothing', async () => {
    const { outcomes } = await dieEverywhere(async (store, open) => {
      for (const { id } of open) await store.codes.refund(id.replace(/^code-/, ''));
    });

    expect(new Set(outcomes.flatMap(judge))).toContain('sent for nothing');
  });
});
