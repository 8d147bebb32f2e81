import { randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLocalMedia } from '../providers/local-media/local-media.js';
import type { Messenger } from '../providers/messenger.js';
import { createOutboxMessenger } from '../providers/outbox/outbox-messenger.js';
import { createSolapiMessenger } from '../providers/solapi/solapi-messenger.js';
import type { Notice } from '../schema/notice.js';
import type { StoredEntry } from '../store/entry-repository.js';
import { drawnAwards } from '../testing/award-fixtures.js';
import { aBrief, aCampaignId, aPlan } from '../testing/fixtures.js';
import { noon, openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { defineTest, openTestEngine, type TestEngine } from '../testing/open-test-engine.js';
import { type NotifyResult, notify } from './notify.js';

const sendPath = '/messages/v4/send-many/detail';

function anEntry(index: number): StoredEntry {
  return {
    id: String(index).padStart(32, '0'),
    campaignId: aCampaignId,
    seq: index,
    weight: 1,
    visited: false,
    marketingConsent: false,
    ownerTag: '0'.repeat(64),
    receivedAt: '2026-12-02T00:00:00Z',
    sealedName: `sealed-${index}`,
    sealedPhone: `sealed-${index}`,
    sealedSalt: '',
    keyVersion: 1,
  };
}

const entries = [anEntry(1), anEntry(2), anEntry(3)];
const people: Readonly<Record<string, { name: string; phone: string }>> = {
  'sealed-1': { name: '정지훈', phone: '+821055550001' },
  'sealed-2': { name: '김철수', phone: '+821000001062' }, // the stand-in refuses this number
  'sealed-3': { name: '박예비', phone: '+821055550003' },
};
const awards = drawnAwards(2, 1).map((award, index) => ({ ...award, entryId: anEntry(index + 1).id }));

let standIn: StandIn;
let runs: TestEngine;
let saved: Notice[];
let folder: string;
beforeEach(async () => {
  standIn = await openStandIn();
  runs = await openTestEngine();
  folder = await mkdtemp(join(tmpdir(), 'notify-'));
  saved = [];
});
afterEach(async () => {
  await runs.close();
  await standIn.close();
  await rm(folder, { recursive: true });
});

function solapi(): Messenger {
  const { SOLAPI_API_KEY, SOLAPI_API_SECRET, SOLAPI_SENDER } = standIn.sandbox.credentials.solapi;
  return createSolapiMessenger({
    ...standIn.options(standIn.sandbox.baseUrls.solapi),
    apiKey: SOLAPI_API_KEY,
    apiSecret: SOLAPI_API_SECRET,
    sender: SOLAPI_SENDER,
    now: () => noon,
    randomBytes,
  });
}

async function run(messenger: Messenger, at = noon) {
  let result: NotifyResult = { notices: [] };
  const input = {
    campaign: { id: aCampaignId, brief: aBrief(), plan: aPlan() },
    kind: 'winner',
    key: 'claims/1/told',
    awards,
    entries,
    proofUrl: 'https://e.example/draws/abcd',
    at,
  } as const;
  const definition = defineTest(async (context) => {
    result = await notify(input, {
      messenger,
      run: context,
      claimUrl: async ({ no }) => `https://e.example/w/token-${no}`,
      openPerson: async ({ sealedPhone }) => people[sealedPhone] ?? { name: '', phone: '' },
      saveNotice: async (notice) => void saved.push(notice),
    });
    context.gate('the next resume', false);
  });
  await runs.begin(definition);
  const advance = () => runs.engine.advance('run-1', definition);
  return { state: (await advance()).state, again: advance, result: () => result };
}

const states = (notices: readonly Notice[]) => notices.map(({ masked, state }) => `${masked} ${state}`);

describe('notify', () => {
  it('tells each winner once, and no reserve', async () => {
    const { result } = await run(solapi());

    expect(states(result().notices)).toEqual(['정*훈 · 0001 sent', '김*수 · 1062 failed']);
    expect(result().notices.map(({ costKrw }) => costKrw)).toEqual([45, 0]);
    expect(standIn.sandbox.publications()).toHaveLength(1);
    expect(JSON.stringify(standIn.sandbox.requests('solapi'))).not.toContain('0003');
    expect(saved).toEqual(result().notices);
  });

  it('tells nobody twice when the run is carried on', async () => {
    const { again, result } = await run(solapi());
    await again();

    expect(result().notices).toHaveLength(2);
    expect(standIn.sandbox.publications()).toHaveLength(1);
  });

  it('looks a lost batch up instead of sending it again', async () => {
    const match = { path: sendPath };
    standIn.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'accept_then_drop' } });
    const { result } = await run(solapi());

    expect(states(result().notices)).toEqual(['정*훈 · 0001 sent', '김*수 · 1062 failed']);
    expect(standIn.sandbox.publications()).toHaveLength(1);
  });

  it('waits out the night and says until when', async () => {
    const { result } = await run(solapi(), new Date('2026-12-15T21:00:00+09:00'));

    expect(result().nextAt?.toISOString()).toBe('2026-12-15T23:00:00.000Z');
    expect(states(result().notices)).toEqual(['정*훈 · 0001 waiting', '김*수 · 1062 waiting']);
    expect(standIn.sandbox.requests('solapi')).toEqual([]);
  });

  it('never says that somebody was told when no messenger is connected', async () => {
    let id = 0;
    const media = createLocalMedia({ folder, newId: () => `${id++}` });
    const { result } = await run(createOutboxMessenger({ media }));

    expect(result().notices.map(({ state, mode }) => `${state} ${mode}`)).toEqual([
      'waiting local',
      'waiting local',
    ]);
    const [effect] = await runs.journal.effects();
    const text = await readFile(join(folder, `outbox/notices/${effect?.clientRef}.txt`), 'utf8');
    expect(text).toContain('정*훈님');
    expect(text).not.toMatch(/정지훈|5555/);
  });

  it('marks a refused batch as failed with its reason', async () => {
    const fault = { kind: 'status', code: 402, body: { errorCode: 'NotEnoughBalance' } } as const;
    standIn.sandbox.addFault({ provider: 'solapi', match: { path: sendPath }, fault });
    const { result } = await run(solapi());

    expect(result().notices.map(({ error }) => error?.code)).toEqual(['PROVIDER_001', 'PROVIDER_001']);
  });

  it('saves a batch nobody can look up as in doubt', async () => {
    const { find, ...blind } = solapi();
    const match = { path: sendPath };
    standIn.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'accept_then_drop' } });
    const { state } = await run({ ...blind, idempotency: 'none' });

    expect(state).toBe('parked');
    expect(saved.map(({ state }) => state)).toEqual(['in_doubt', 'in_doubt']);
  });

  it('keeps names and phones out of the journal', async () => {
    await run(solapi());
    const journal = JSON.stringify([await runs.journal.effects(), await runs.journal.list()]);

    expect(journal).not.toMatch(/정지훈|김철수|55550001|00001062|token-1/);
  });
});
