import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Messenger } from '../providers/messenger.js';
import { createSolapiMessenger } from '../providers/solapi/solapi-messenger.js';
import type { Notice, NoticeKind } from '../schema/notice.js';
import type { StoredEntry } from '../store/entry-repository.js';
import { drawnAwards } from '../testing/award-fixtures.js';
import { aBrief, aCampaignId, aPlan } from '../testing/fixtures.js';
import { messengers } from '../testing/messengers.js';
import { noon, openStandIn, type StandIn } from '../testing/open-stand-in.js';
import { defineTest, openTestEngine, type TestEngine } from '../testing/open-test-engine.js';
import { type NotifyInput, notify } from './notify.js';

const sendPath = '/messages/v4/send-many/detail';
const phones = ['+821055550001', '+821000003104', '+821000001062']; // the second has no KakaoTalk, the third is refused

let standIn: StandIn;
let runs: TestEngine;
let saved: Notice[];
beforeEach(async () => {
  standIn = await openStandIn();
  runs = await openTestEngine();
  saved = [];
});
afterEach(async () => {
  await runs.close();
  await standIn.close();
});

function solapi({ pfId = '', templates = {} }: { pfId?: string; templates?: object } = {}): Messenger {
  const all = standIn.sandbox.credentials.solapi;
  return createSolapiMessenger({
    ...standIn.options(standIn.sandbox.baseUrls.solapi),
    apiKey: all.SOLAPI_API_KEY,
    apiSecret: all.SOLAPI_API_SECRET,
    sender: all.SOLAPI_SENDER,
    alimTalk: {
      pfId: pfId || all.SOLAPI_PFID,
      templates: { winner: all.SOLAPI_TEMPLATE_WINNER, reminder: all.SOLAPI_TEMPLATE_REMINDER, ...templates },
    },
    now: () => noon,
    randomBytes,
  });
}

const entryOf = (index: number) =>
  ({ id: String(index).padStart(32, '0'), seq: index, sealedPhone: phones[index - 1] }) as StoredEntry;

async function tell(messenger: Messenger, kind: NoticeKind = 'winner', people = 3) {
  const awards = drawnAwards(people, 0).map((award, index) => ({ ...award, entryId: entryOf(index + 1).id }));
  const input: NotifyInput = {
    campaign: { id: aCampaignId, brief: aBrief(), plan: aPlan() },
    kind,
    key: 'claims/1/told',
    awards,
    entries: awards.map((_, index) => entryOf(index + 1)),
    proofUrl: 'https://e.example/draws/abcd',
    at: noon,
  };
  const definition = defineTest(async (context) => {
    await notify(input, {
      messenger,
      run: context,
      claimUrl: async ({ no }) => `https://e.example/w/token-${no}`,
      openPerson: async ({ sealedPhone }) => ({ name: '정지훈', phone: sealedPhone }),
      saveNotice: async (notice) => void saved.push(notice),
    });
    context.gate('the next resume', false);
  });
  await runs.begin(definition);
  return async () => (await runs.engine.advance('run-1', definition)).state;
}

const shown = () => saved.map(({ state, kind, costKrw }) => `${state} ${kind ?? '-'} ${costKrw}`);
const channels = () => standIn.sandbox.publications().map(({ channel }) => channel);
const wait = (ms: number) =>
  fetch(`${standIn.sandbox.url}/__sandbox/clock`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ advanceMs: ms }),
  });

describe('a notice with an approved template', () => {
  it.each(['winner', 'reminder'] as const)('goes out by KakaoTalk as a %s, once', async (kind) => {
    const advance = await tell(solapi(), kind, 1);
    await advance();
    await advance();

    expect(shown()).toContain('sent alimtalk 13');
    expect(channels()).toEqual(['ALIMTALK']);
  });

  it('is the approved template to the character, as the dealer would check it', async () => {
    const messenger = solapi();
    await (await tell(messenger, 'winner', 1))();
    await wait(60_000);

    const [notice] = saved;
    expect(await messenger.results?.(notice?.reference ?? '')).toEqual(
      new Map([[notice?.entryId, { state: 'delivered', kind: 'alimtalk' }]]),
    );
  });

  it('arrives as a text message, by the dealer, where there is no KakaoTalk', async () => {
    const messenger = solapi();
    await (await tell(messenger, 'winner', 2))();
    await wait(60_000);
    const results = await messenger.results?.(saved[0]?.reference ?? '');

    expect([...(results?.values() ?? [])].map(({ state, kind }) => `${state} ${kind}`)).toEqual([
      'delivered alimtalk',
      'delivered lms',
    ]);
    expect(channels()).toEqual(['ALIMTALK']);
  });

  it('is tried as a text message by a new effect for whom the dealer refused at the door', async () => {
    await (await tell(solapi()))();
    const effects = await runs.journal.effects();

    expect(shown()).toEqual(['sent alimtalk 13', 'sent alimtalk 13', 'failed - 0']);
    expect(effects.map(({ key, state }) => `${key} ${state}`)).toEqual([
      'claims/1/told/batch-0 acked',
      'claims/1/told/batch-0/text acked',
    ]);
  });

  it('is sent as a text message when the channel itself is refused', async () => {
    const advance = await tell(solapi({ pfId: 'KA01PF_BLOCKED' }), 'winner', 2);
    await advance();
    saved = [];
    await advance();

    expect(channels()).toEqual(['SMS']);
    expect(shown()).toEqual(['sent lms 45', 'sent lms 45']);
    const [first] = await runs.journal.effects();
    expect(first).toMatchObject({ state: 'rejected', error: { code: 'PROVIDER_001' } });
  });

  it('is looked up when the answer was lost, and nobody is written to by another way', async () => {
    const match = { path: sendPath };
    standIn.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'accept_then_drop' } });
    await (await tell(solapi(), 'winner', 2))();

    expect(shown()).toEqual(['sent alimtalk 13', 'sent alimtalk 13']);
    expect(channels()).toEqual(['ALIMTALK']);
  });

  it('is not looked up by guessing: in doubt it stays, without a text message', async () => {
    const { find: _, ...blind } = solapi();
    const match = { path: sendPath };
    standIn.sandbox.addFault({ provider: 'solapi', match, fault: { kind: 'accept_then_drop' } });
    const state = await (await tell({ ...blind, idempotency: 'none' }, 'winner', 2))();

    expect([state, ...shown()]).toEqual(['parked', 'in_doubt - 0', 'in_doubt - 0']);
    expect(channels()).toEqual(['ALIMTALK']);
  });

  it('is no reason for a text message while the dealer is only busy', async () => {
    const fault = { kind: 'rate_limit', retryAfter: 'none' } as const;
    standIn.sandbox.addFault({ provider: 'solapi', match: { path: sendPath }, fault, times: 9 });
    await (await tell(solapi(), 'winner', 1))();

    expect((await runs.journal.effects()).map(({ key }) => key)).toEqual(['claims/1/told/batch-0']);
    expect(channels()).toEqual([]);
  });

  it('goes as a text message when its kind has no template', async () => {
    await (await tell(solapi({ templates: { reminder: undefined } }), 'reminder', 1))();

    expect(shown()).toEqual(['sent lms 45']);
  });

  it('reserves what it may cost at most', () => {
    const message = { key: 'a', phone: phones[0] ?? '', text: '가'.repeat(46) };
    const template = { name: 'winner', variables: {} } as const;

    expect(solapi().priceKrw([{ ...message, template }])).toBe(45);
  });

  it('would be caught when a word of it were changed', async () => {
    const messenger = solapi();
    const send: Messenger['send'] = (messages, ...rest) =>
      messenger.send(
        messages.map((message) => ({ ...message, text: message.text.replace('당첨 안내', '당첨 알림') })),
        ...rest,
      );
    await (await tell({ ...messenger, send }, 'winner', 1))();
    await wait(60_000);

    const results = await messenger.results?.(saved[0]?.reference ?? '');
    expect([...(results?.values() ?? [])]).toEqual([{ state: 'delivered', kind: 'lms' }]);
  });
});

describe('through NHN Cloud', () => {
  const nhn = (choice = {}) => {
    const found = messengers.find(({ name }) => name === 'nhn');
    if (!found) throw new Error('not in the list');
    return found.create(standIn, choice);
  };
  const lost = (path: string) =>
    standIn.sandbox.addFault({
      provider: 'nhn',
      match: { path, method: 'POST' },
      fault: { kind: 'accept_then_drop' },
    });

  it('is tried as a text message by a new effect for whom KakaoTalk was refused', async () => {
    const advance = await tell(nhn());
    await advance();
    await advance();

    expect((await runs.journal.effects()).map(({ key, state }) => `${key} ${state}`)).toEqual([
      'claims/1/told/batch-0 acked',
      'claims/1/told/batch-0/text acked',
    ]);
    expect(channels()).toEqual(['ALIMTALK']); // the number itself is refused, as a text message too
  });

  it('is sent as a text message, each once, when the profile itself is refused', async () => {
    const advance = await tell(nhn({ channel: 'x'.repeat(40) }), 'winner', 2);
    await advance();
    await advance();

    expect(channels()).toEqual(['LMS', 'LMS']);
    expect(shown().slice(-2)).toEqual(['sent lms 45', 'sent lms 45']);
  });

  it.each([
    ['AlimTalk', '/alimtalk', {}, ['ALIMTALK']],
    ['the first of two text messages', '/sms/v3.0', { templates: {} }, ['LMS', 'LMS']],
  ])(
    'is looked up when the answer to %s was lost, and nobody is written to twice',
    async (_, path, choice, all) => {
      lost(path);
      const advance = await tell(nhn(choice), 'winner', 2);
      await advance();
      await advance();

      expect(channels()).toEqual(all);
      expect(
        shown()
          .slice(-2)
          .every((one) => one.startsWith('sent')),
      ).toBe(true);
    },
  );
});
