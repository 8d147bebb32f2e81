import type { ChannelPreview, KtEvent } from '@kt-event/sdk';
import { describe, expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { aCampaign, aPublication, aStatus } from '../testing/fixtures.js';

const id = 'cmp-abcdefghijkl';

describe('distribute', () => {
  const approved = aCampaign({
    approval: { contentHash: 'hash-of-content', by: 'owner', at: '2026-11-24T10:00:00+09:00' },
  });
  const preview: ChannelPreview = {
    channel: 'instagram',
    mode: 'live',
    provider: 'instagram',
    assumedProtocol: false,
    state: undefined,
    title: '첫 방문 커피',
    text: '아메리카노 한 잔을 드립니다',
    hashtags: ['#커피'],
    media: [],
    recipients: undefined,
    costKrw: 1_200,
    problems: [],
    duplicateOf: undefined,
  };

  it('goes to the named channels, and again to those that failed', async () => {
    const publications = [
      aPublication({ state: 'failed' }),
      aPublication({ channel: 'naver_blog', state: 'failed' }),
      aPublication({ channel: 'genie_tv', state: 'published' }),
    ];
    const client = aClient({ status: async () => aStatus({ publications }) });
    client.advance.mockImplementation(async () => aStatus({ campaign: approved, publications }));
    const context = createFakeContext(client);

    await context.run('distribute', id, '--channel', 'naver_blog', 'genie_tv', '--retry-failed');

    expect(client.advance).toHaveBeenLastCalledWith(
      id,
      expect.objectContaining({ until: 'distribute', channels: ['naver_blog'], again: true }),
    );
  });

  it('shows what would go where without approving or sending anything', async () => {
    const client = aClient({
      previewDistribution: async () => [
        preview,
        {
          ...preview,
          channel: 'kakao_channel',
          recipients: 40,
          problems: [{ ko: '(광고)가 없습니다', en: 'no (광고)' }],
        },
        { ...preview, channel: 'naver_blog', duplicateOf: 'cmp-bbbbbbbbbbbb' },
      ],
    });
    client.find.mockImplementation(async () =>
      aCampaign({ brief: { ...aCampaign().brief, channels: ['instagram', 'kakao_channel', 'naver_blog'] } }),
    );
    const context = createFakeContext(client);

    await context.run('distribute', id, '--dry-run');

    expect(context.results[0]).toContain('아무것도 보내지 않았고');
    expect(context.results[0]).toContain('모두 1,200원');
    expect(context.results[0]).toContain('(광고)가 없습니다');
    expect(context.results[0]).toContain('cmp-bbbbbbbbbbbb');
    expect([client.advance.mock.calls, client.approve.mock.calls]).toEqual([[], []]);
  });
});

describe('cancel', () => {
  it('asks first, and names where it is out already', async () => {
    const cancel = vi.fn<KtEvent['cancel']>(async () => aCampaign({ state: 'cancelled' }));
    const status = async () => aStatus({ publications: [aPublication({ externalId: 'x', mode: 'live' })] });
    const context = createFakeContext(aClient({ cancel, status }));

    await expect(context.run('cancel', id)).rejects.toMatchObject({ code: 'USER_010' });

    expect(context.notes[0]).toContain('이미 나간 곳: 인스타그램');
    expect(cancel).not.toHaveBeenCalled();
  });

  it('does it at once with --yes', async () => {
    const cancel = vi.fn<KtEvent['cancel']>(async () => aCampaign({ state: 'cancelled' }));

    await createFakeContext(aClient({ cancel })).run('cancel', id, '--yes');

    expect(cancel).toHaveBeenCalledExactlyOnceWith(id);
  });
});
