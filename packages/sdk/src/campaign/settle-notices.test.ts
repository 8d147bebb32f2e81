import { expect, it } from 'vitest';
import { ProviderError } from '../errors/index.js';
import type { Messenger, Outcome } from '../providers/messenger.js';
import { messagePrices } from '../providers/solapi/prices.js';
import type { Notice } from '../schema/notice.js';
import type { OutcomeRepository } from '../store/outcome-repository.js';
import { settleNotices } from './settle-notices.js';

const at = '2026-12-16T03:00:00.000Z';
const aNotice = (entryId: string, over: Partial<Notice> = {}): Notice => ({
  entryId,
  slot: 'latte',
  state: 'sent',
  mode: 'sandbox',
  masked: '정*훈 · 5678',
  kind: 'alimtalk',
  reference: 'told',
  costKrw: 13,
  at,
  ...over,
});

/** What is kept of these notices once the messenger has answered. */
async function settled(
  notices: readonly Notice[],
  results: NonNullable<Messenger['results']> | undefined,
): Promise<readonly string[]> {
  const kept = new Map(notices.map((notice) => [notice.entryId, notice]));
  const outcomes = {
    notices: async () => [...kept.values()],
    saveNotice: async (_id: string, notice: Notice) => void kept.set(notice.entryId, notice),
  } as unknown as OutcomeRepository;
  const messenger = { provider: 'solapi', price: (kind) => messagePrices[kind], results } as Messenger;
  await settleNotices({ store: { outcomes }, messenger }, 'cmp-1', new AbortController().signal);
  return [...kept.values()].map(
    ({ state, kind, costKrw, reminder, error }) =>
      `${state} ${kind} ${costKrw} ${reminder ? `${reminder.kind} ${reminder.costKrw}` : '-'} ${error?.code ?? '-'}`,
  );
}

const answer = (outcomes: Record<string, Outcome>) => async () => new Map(Object.entries(outcomes));

it('keeps what arrived as a text message at its own price, and as failed what did not arrive', async () => {
  const results = answer({
    a: { state: 'delivered', kind: 'alimtalk' },
    b: { state: 'delivered', kind: 'lms' },
    c: { state: 'failed', kind: 'lms', reason: '3032' },
    d: { state: 'pending', kind: 'alimtalk' },
  });

  expect(
    await settled(
      ['a', 'b', 'c', 'd', 'e'].map((id) => aNotice(id)),
      results,
    ),
  ).toEqual([
    'sent alimtalk 13 - -',
    'sent lms 45 - -',
    'failed lms 0 - PROVIDER_001',
    'sent alimtalk 13 - -',
    'sent alimtalk 13 - -',
  ]);
});

it('settles a reminder apart from the notice that it belongs to', async () => {
  const reminder = { state: 'sent', at, kind: 'alimtalk', reference: 'reminded', costKrw: 13 } as const;
  const results = async (reference: string) =>
    new Map<string, Outcome>([
      ['a', { state: 'delivered', kind: reference === 'told' ? 'alimtalk' : 'lms' }],
    ]);

  expect(await settled([aNotice('a', { costKrw: 26, reminder })], results)).toEqual([
    'sent alimtalk 58 lms 45 -',
  ]);
});

it('asks nothing about text messages, and leaves everything as it was when nobody answers', async () => {
  const asked: string[] = [];
  const down = async (reference: string): Promise<never> => {
    asked.push(reference);
    throw new ProviderError('PROVIDER_006', { provider: 'solapi', reason: 'down' });
  };
  const notices = [aNotice('a'), aNotice('b', { kind: 'lms', costKrw: 45, reference: 'text' })];

  expect(await settled(notices, down)).toEqual(['sent alimtalk 13 - -', 'sent lms 45 - -']);
  expect(asked).toEqual(['told']);
  expect(await settled(notices, undefined)).toEqual(['sent alimtalk 13 - -', 'sent lms 45 - -']);
});
