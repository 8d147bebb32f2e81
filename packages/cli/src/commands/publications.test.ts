import type { KtEvent, Publication } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { anEffect, aPublication, aStatus } from '../testing/fixtures.js';

const id = 'cmp-abcdefghijkl';
const failed = {
  code: 'PROVIDER_005',
  message: { ko: '인스타그램에 연결할 수 없습니다 (ECONNREFUSED)', en: 'x' },
  hint: { ko: '인터넷 연결을 확인하세요.', en: 'y' },
};

const statusWith = (...publications: readonly Publication[]) =>
  aClient({ status: async () => aStatus({ publications }) });

describe('publications list', () => {
  it.each<[string, Partial<Publication>, string]>([
    ['what waits for a command', { state: 'held' }, `kt-event distribute ${id} --channel instagram`],
    ['what failed', { state: 'failed', error: failed }, `--retry-failed --channel instagram`],
    ['what a person places', { state: 'prepared' }, `publications confirm ${id} instagram --url`],
    [
      'what KT gets by hand',
      { state: 'prepared', channel: 'genie_tv' },
      `publications mark ${id} genie_tv submitted`,
    ],
    ['what is under review', { state: 'in_review', mode: 'live' }, `publications refresh ${id}`],
    ['what may be there', { state: 'in_doubt', mode: 'live' }, `kt-event resume ${id}`],
  ])('names the one command that finishes %s', async (_what, over, command) => {
    const context = createFakeContext(statusWith(aPublication(over)));

    await context.run('publications', 'list', id);

    expect(context.results[0]?.replace(/\n\s+/g, ' ')).toContain(command);
  });

  it('proposes nothing for what is done', async () => {
    const context = createFakeContext(
      statusWith(aPublication({ state: 'published', mode: 'live' }), aPublication({ state: 'withdrawn' })),
    );

    await context.run('publications', 'list', id);

    expect(context.results[0]).not.toContain('kt-event ');
  });

  it('says how often a failed channel was tried, what it said and what to do', async () => {
    const effects = [anEffect({ key: 'distribute/instagram', attempts: 3, state: 'not_sent' })];
    const publications = [aPublication({ state: 'failed', mode: 'live', error: failed })];
    const context = createFakeContext(aClient({ status: async () => aStatus({ publications, effects }) }));

    await context.run('publications', 'list', id);

    expect(context.results[0]).toContain('인스타그램: 실패 · 3번 시도');
    expect(context.results[0]).toContain('인스타그램에 연결할 수 없습니다 (ECONNREFUSED) (PROVIDER_005)');
    expect(context.exitCodes).toEqual([6]);
  });

  it('leads to the effect that a person must decide', async () => {
    const effects = [anEffect({ id: 'run-1/distribute/instagram', key: 'distribute/instagram' })];
    const publications = [aPublication({ state: 'in_doubt', mode: 'live' })];
    const context = createFakeContext(aClient({ status: async () => aStatus({ publications, effects }) }));

    await context.run('publications', 'list', id);

    expect(context.results[0]).toContain('kt-event effects show run-1/distribute/instagram');
    expect(context.exitCodes).toEqual([7]);
  });
});

describe('what a person does about publications', () => {
  it('confirms a post by its address', async () => {
    const confirmPublication = vi.fn<KtEvent['confirmPublication']>(async () => aPublication());
    const context = createFakeContext(aClient({ confirmPublication }));

    await context.run('publications', 'confirm', id, 'naver-blog', '--url', 'https://blog.naver.com/a/1');

    expect(confirmPublication).toHaveBeenCalledExactlyOnceWith(
      id,
      'naver_blog',
      'https://blog.naver.com/a/1',
      expect.anything(),
    );
  });

  it.each([
    ['in-review', 'in_review'],
    ['live', 'published'],
    ['refused', 'refused'],
  ])('records %s', async (word, state) => {
    const markPublication = vi.fn<KtEvent['markPublication']>(async () => aPublication());
    const context = createFakeContext(aClient({ markPublication }));

    await context.run('publications', 'mark', id, 'genie_tv', word, '--reason', '규격');

    expect(markPublication).toHaveBeenCalledExactlyOnceWith(id, 'genie_tv', {
      state,
      reason: '규격',
      scheduledFor: undefined,
    });
  });

  it.each([
    ['a state nobody can report', ['publications', 'mark', id, 'genie_tv', 'failed']],
    ['a channel there is not', ['publications', 'mark', id, 'facebook', 'live']],
  ])('refuses %s', async (_what, words) => {
    await expect(createFakeContext(aClient()).run(...words)).rejects.toMatchObject({ code: 'USER_002' });
  });

  it('tells how many channels could not be asked', async () => {
    const refreshPublications = vi.fn<KtEvent['refreshPublications']>(async () => ({
      publications: [],
      failures: [new Error('down')],
    }));
    const context = createFakeContext(aClient({ refreshPublications }));

    await context.run('publications', 'refresh', id);

    expect(context.notes[0]).toContain('묻지 못한 채널이 1곳');
  });

  it('shows the figures a channel tells, and never a zero for one it does not', async () => {
    const measurePublications = vi.fn<KtEvent['measurePublications']>(async () => ({
      measured: [
        { channel: 'instagram', metrics: { views: 1_200, likes: 31 } },
        { channel: 'naver_blog', metrics: {} },
      ],
      failures: [],
    }));
    const context = createFakeContext(aClient({ measurePublications }));

    await context.run('publications', 'measure', id);

    expect(context.results[0]).toBe(
      '· 인스타그램: 조회 1200 · 좋아요 31\n· 네이버 블로그: 아직 알려 준 숫자가 없습니다',
    );
  });

  it('takes back the named channels, else all', async () => {
    const unpublish = vi.fn<KtEvent['unpublish']>(async () => []);
    const context = createFakeContext(aClient({ unpublish }));

    await context.run('unpublish', id, '--channel', 'genie_tv');
    await context.run('unpublish', id);

    expect(unpublish.mock.calls.map(([, options]) => options?.channels)).toEqual([['genie_tv'], undefined]);
  });
});

it('effects show tells how to find out what became of one', async () => {
  const effect = anEffect({ id: 'run-1/distribute/instagram', idempotency: 'lookup', reservedKrw: 5_000 });
  const context = createFakeContext(aClient({ effects: async () => [effect] }));

  await context.run('effects', 'show', effect.id);

  expect(context.results[0]).toContain('상대에게 물어보면 알 수 있습니다');
  expect(context.results[0]).toContain('5,000원을 잡아 두었습니다');
  expect(context.results[0]).toContain('kt-event effects resolve run-1/distribute/instagram --happened');
});

it('status --providers tells a pause of more than five minutes from a short one', async () => {
  const counts = { calls: 20, answered: 8, failed: 12, retries: 6, shortCircuited: 2 };
  const health = {
    provider: 'instagram',
    state: 'open' as const,
    since: '2026-11-24T00:50:00Z',
    openSince: '2026-11-24T00:50:00Z',
    at: '2026-11-24T00:59:00Z',
    cause: { code: 'PROVIDER_006', at: '2026-11-24T00:50:00Z' },
    failuresInRow: 12,
    counts,
    countedSince: '2026-11-24T00:00:00Z',
    countedHere: true,
  };
  const short = {
    ...health,
    provider: 'solapi',
    since: '2026-11-24T00:59:00Z',
    openSince: '2026-11-24T00:59:00Z',
  };
  const context = createFakeContext(aClient({ providers: async () => [health, short] }));

  await context.run('status', '--providers');

  expect(context.results[0]?.match(/5분 넘게 멈춰 있습니다/g)).toHaveLength(1);
  expect(context.results[0]).toContain('호출 20번 · 실패 12번 · 다시 시도 6번');
  expect(context.results[0]).toContain('PROVIDER_006');
});
