import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Anchor, type SignedVoid, UserError, verifyTranscript } from '@kt-event/sdk';
import { drawCase } from '@kt-event/sdk/testing';
import { describe, expect, it, vi } from 'vitest';
import { refuseToAsk } from '../ask.js';
import { messagesIn } from '../messages/messages.js';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { aCampaign } from '../testing/fixtures.js';
import { verificationView } from '../views/verification-view.js';

const id = 'cmp-abcdefghijkl';
/** Lines are as wide as the terminal. */
const unbroken = (text: string | undefined) => text?.replace(/\s+/g, ' ');
const find = async () => aCampaign({ state: 'drawn' });
const noNotices = { known: 0, sent: 0, failed: 0, inDoubt: 0, nextAt: undefined };
const voidNotices = async () => ({ ...noNotices, known: 2, sent: 2 });

const signed = (over: Partial<SignedVoid['record']> = {}): SignedVoid => ({
  record: {
    void: 'kt-event-draw-void/1',
    event_id: id,
    commitment_hash: 'a'.repeat(64),
    reason: 'list_wrong',
    words: '직원의 응모가 명단에 섞여 있었습니다',
    voided_at: '2026-12-16T03:00:00.000Z',
    audit: { no: 2, head: 'b'.repeat(64) },
    ...over,
  },
  signature: { public_key: 'c'.repeat(64), value: 'd'.repeat(128) },
});

describe('draw void', () => {
  it.each([
    [['draw', 'void', id, '--reason', 'list_wrong', '--dry-run']],
    [['draw', '--dry-run', 'void', id, '--reason', 'list_wrong', '--yes']],
  ])('shows what would be declared and what follows from it, and declares nothing: %j', async (words) => {
    const voidDraw = vi.fn(async () => signed());
    const context = createFakeContext(aClient({ find, voidDraw, voidNotices }));

    await context.run(...words);

    expect(voidDraw.mock.calls).toEqual([
      [
        id,
        {
          reason: 'list_wrong',
          words: '추첨 명단이 잘못되어 있었습니다.',
          nextDrawAt: undefined,
          dryRun: true,
        },
      ],
    ]);
    expect(context.results[0]).toContain('아직 아무것도 선언하지 않았습니다');
    expect(context.results[0]).toContain('같은 이벤트에서는 다시 뽑지 않습니다');
    expect(unbroken(context.results[0])).toContain('기다리는 2명에게 무효를 알립니다');
  });

  it.each([
    ['told', { known: 2, sent: 2 }, '2명 가운데 2명에게 무효를 알렸습니다'],
    ['at night', { known: 2, nextAt: '2026-12-15T23:00:00.000Z' }, '2026-12-16 (수) 08:00에 이어서 알립니다'],
    ['out of reach', { known: 2, sent: 1, failed: 1 }, '1명에게는 닿지 못했습니다. 직접 연락해 주세요'],
    ['in doubt', { known: 1, inDoubt: 1 }, '1명은 받았는지 알 수 없습니다'],
    ['without a messenger', { known: 1 }, '문자 서비스가 연결되어 있지 않아'],
    ['nobody', {}, '기다리던 사람은 없습니다'],
  ])('says who was told: %s', async (_, over, text) => {
    const client = aClient({
      find,
      voidDraw: async () => signed(),
      voidNotices: async () => ({ ...noNotices, ...over }),
    });
    const context = createFakeContext(client);

    await context.run('draw', 'void', id, '--reason', 'list_wrong', '--yes');

    expect(unbroken(context.results[0])).toContain(text);
    expect(context.values[0]).toMatchObject({ notices: over });
  });

  it('asks first, and declares nothing without a yes', async () => {
    const voidDraw = vi.fn(async (_id: string, options: { dryRun?: boolean }) => {
      if (!options.dryRun) throw new Error('nobody agreed');
      return signed();
    });
    const context = createFakeContext(aClient({ find, voidDraw, voidNotices }), {
      ask: { ...refuseToAsk, confirm: async () => false },
    });

    await expect(context.run('draw', 'void', id, '--reason', 'list_wrong')).rejects.toMatchObject({
      code: 'USER_011',
    });
  });

  it('declares it with the words and the time of the next draw', async () => {
    const next_draw = {
      type: 'drand',
      chain: '52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971',
      round: 35_000_000,
    } as const;
    const voidDraw = vi.fn(async () => signed({ next_draw }));
    const context = createFakeContext(aClient({ find, voidDraw, voidNotices }));
    const words = '직원의 응모가 명단에 섞여 있었습니다';

    await context.run(
      'draw',
      'void',
      id,
      '--reason',
      'list_wrong',
      '--words',
      words,
      '--next-draw',
      '2027-01-10T12:00:00+09:00',
      '--yes',
    );

    expect(voidDraw.mock.calls).toEqual([
      [id, { reason: 'list_wrong', words, nextDrawAt: '2027-01-10T12:00:00+09:00' }],
    ]);
    expect(context.results[0]).toContain('추첨이 무효가 되었습니다');
    expect(context.results[0]).toContain('drand 35000000번째 (20');
    expect(context.values[0]).toMatchObject({ ...signed({ next_draw }), dryRun: false });
  });

  it('takes no reason that is not one, and leaves the draw itself where it was', async () => {
    const context = createFakeContext(aClient({ find }));

    await expect(context.run('draw', 'void', id, '--reason', 'unlucky')).rejects.toThrow();
    await expect(context.run('draw', 'void', id)).rejects.toThrow();
  });
});

describe('anchor', () => {
  const anchor: Anchor = {
    kind: 'post',
    where: 'https://blog.naver.com/shop/1',
    fingerprint: 'a'.repeat(16),
    at: '2026-12-04T00:10:00.000Z',
    page_sha256: 'e'.repeat(64),
  };

  it('shows what to publish, until when, and what comes then', async () => {
    const text = `약속 지문(SHA-256): ${'a'.repeat(64)}`;
    const anchorText = async () => ({ hash: 'a'.repeat(64), text, until: '2026-12-04T03:00:00.000Z' });
    const context = createFakeContext(aClient({ find, anchorText }));

    await context.run('anchor', id);

    expect(context.results[0]).toContain(text);
    expect(context.results[0]).toContain('2026-12-04 (금) 12:00 전에 올려야 합니다');
  });

  it('reads the post, keeps it, and says what it is worth', async () => {
    const anchorPost = vi.fn(async () => anchor);
    const context = createFakeContext(aClient({ find, anchorPost, anchors: async () => [anchor] }));

    await context.run('anchor', id, '--post', anchor.where);

    expect(anchorPost.mock.calls[0]?.slice(0, 2)).toEqual([id, anchor.where]);
    expect(context.results[0]).toContain(`확인하고 적었습니다: ${anchor.where}`);
    expect(unbroken(context.results[0])).toContain('고치거나 지울 수 있으니');
  });

  it('says in plain words that the post does not show it', async () => {
    const anchorPost = async () => {
      throw new UserError('USER_095', { url: anchor.where });
    };
    const context = createFakeContext(aClient({ find, anchorPost }));

    await expect(context.run('anchor', id, '--post', anchor.where)).rejects.toMatchObject({
      code: 'USER_095',
    });
  });
});

describe('verify --void --audit', () => {
  it('ends with 2, and refuses a record and a chain that are not of this draw', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kt-event-void-'));
    const { transcript } = await drawCase();
    const files = { 't.json': transcript, 'v.json': signed(), 'a.json': { records: [], heads: [] } };
    for (const [name, value] of Object.entries(files))
      await writeFile(join(folder, name), JSON.stringify(value));
    const at = (name: string) => join(folder, name);
    const context = createFakeContext({});

    await context.run('verify', at('t.json'), '--void', at('v.json'), '--audit', at('a.json'));
    await rm(folder, { recursive: true });

    expect(context.exitCodes).toEqual([2]);
    expect(unbroken(context.results[0])).toContain('이 기록으로는 무효가 아닙니다');
    expect(context.results[0]).toContain('감사 기록: 이 추첨의 것이 아니거나');
  });

  it('says of a record that is genuine that the winners are not to be used', async () => {
    const { transcript } = await drawCase();
    const voided = { voided: true, record: signed().record };
    const text = verificationView({ ...verifyTranscript(transcript), void: voided }, messagesIn('ko'));

    expect(text).toContain('이 추첨은 무효이니 당첨 결과를 쓰지 마세요');
    expect(text).toContain('직원의 응모가 명단에 섞여 있었습니다');
  });
});
