import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { markPublication } from '../../campaign/mark-publication.js';
import { publicationStateSchema } from '../../schema/publication.js';
import { canBecome } from '../../schema/publication-ways.js';
import { openSqliteStore } from '../../store/sqlite/open-sqlite-store.js';
import { channelAdapterContract } from '../../testing/channel-contract.js';
import { aPost, aPostImage } from '../../testing/channel-fixtures.js';
import { aCampaign } from '../../testing/fixtures.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import type { ChannelPost } from '../channel.js';
import { createLocalMedia } from '../local-media/local-media.js';
import type { MediaStore } from '../media-store.js';
import type { KtChannelName } from './kt-channels.js';
import { createSubmissionFolder } from './submission-folder.js';

const newFolder = temporaryFolders();
const bytes = new TextEncoder().encode('not a real film');
const made = { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex'), widthPx: 1920 };
const picture = aPostImage('', {
  ...made,
  path: 'creatives/genie_tv/screen.png',
  mediaType: 'image/png',
  heightPx: 1080,
});
const tone = aPostImage('', {
  ...made,
  kind: 'audio',
  path: 'creatives/ringo_biz/tone.wav',
  mediaType: 'audio/wav',
  text: '안녕하세요, 행복분식입니다. 겨울 행운 이벤트를 합니다.',
});

const posts: Readonly<Record<KtChannelName, ChannelPost>> = {
  wooridongne_tv: aPost({ images: [picture] }),
  genie_tv: aPost({ images: [picture] }),
  ringo_biz: aPost({ audio: [tone] }),
};
const channels = ['wooridongne_tv', 'genie_tv', 'ringo_biz'] as const;

async function open() {
  const root = newFolder();
  let id = 0;
  const media = createLocalMedia({ folder: root, newId: () => `${id++}` });
  await media.write(picture.path, bytes);
  await media.write(tone.path, bytes);
  return { root, media };
}

async function publish(channel: KtChannelName, post: ChannelPost, reference = 'r') {
  const { root, media } = await open();
  const placement = await createSubmissionFolder({ channel, media }).publish(post, { reference });
  return { folder: join(root, placement.externalId), placement };
}

/** Every file below a folder with its content. */
function contentsOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1)).sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

for (const channel of channels) {
  const openSubject = async () => {
    const { media } = await open();
    const whole = new Set<string>();
    const counting: MediaStore = {
      ...media,
      async write(path, content) {
        if (path.endsWith('SHA256SUMS')) whole.add(path);
        await media.write(path, content);
      },
    };
    const adapter = createSubmissionFolder({ channel, media: counting });
    return { adapter, post: posts[channel], published: () => whole.size, close: async () => undefined };
  };
  channelAdapterContract(`submission folder of ${channel}`, openSubject, { networked: false });
}

describe('a submission folder', () => {
  it.each(channels)('for %s holds the order, its creative, a checklist and their sums', async (channel) => {
    const { folder, placement } = await publish(channel, posts[channel]);
    const name = channel === 'ringo_biz' ? 'tone.wav' : 'screen.png';

    expect(placement).toEqual({ externalId: `outbox/${channel}`, state: 'prepared' });
    expect(Object.keys(contentsOf(folder))).toEqual([
      'SHA256SUMS',
      `creatives/1-${name}`,
      'manifest.json',
      'script.txt',
      '신청서.txt',
      '점검표.txt',
    ]);
  });

  it('gives the same bytes for the same post, whatever the reference', async () => {
    const [first, again] = [
      await publish('genie_tv', posts.genie_tv),
      await publish('genie_tv', posts.genie_tv, 's'),
    ];

    expect(contentsOf(again.folder)).toEqual(contentsOf(first.folder));
  });

  it('says all of it for a machine', async () => {
    const { folder } = await publish('genie_tv', posts.genie_tv);
    const { path, ...file } = { ...made, path: '' };

    expect(JSON.parse(contentsOf(folder)['manifest.json'] ?? '')).toEqual({
      schemaVersion: 1,
      channel: 'GENIE_TV_AD',
      campaign: { id: 'cmp-abcdefghijkl', title: '겨울 행운 이벤트', link: aPost().link },
      advertiser: {
        businessNo: '1248100998',
        name: '행복분식',
        contact: '0212345678',
        region: '서울 마포구',
      },
      schedule: { startDate: '2026-12-01', endDate: '2026-12-14' },
      targeting: { regionCodes: ['1144000000'] },
      creatives: [
        { ...file, kind: 'image', path: 'creatives/1-screen.png', mediaType: 'image/png', heightPx: 1080 },
      ],
      script: aPost().text,
    });
  });

  it('is checked by the usual command, which finds a changed byte', async () => {
    const { folder } = await publish('genie_tv', posts.genie_tv);
    const whole = changedFiles(folder);
    writeFileSync(join(folder, 'creatives/1-screen.png'), 'not a real fIlm');

    expect(whole).toEqual([]);
    expect(changedFiles(folder)).toEqual(['creatives/1-screen.png']);
  });

  it('writes into the checklist what a person can still mend', async () => {
    const { businessNumber, ...unnumbered } = aPost().store;
    const store = { ...unnumbered, region: '평양' };
    const { folder } = await publish('genie_tv', aPost({ store }));
    const { '점검표.txt': checklist = '', '신청서.txt': sheet = '' } = contentsOf(folder);

    expect(checklist).toContain('아직 아무 데도 신청되지 않았습니다');
    expect(checklist).toContain('[ ] 사업자등록번호가 없습니다');
    expect(checklist).toContain('[ ] 평양의 법정동코드를 모릅니다');
    expect(checklist).toContain('[ ] 화면에 내보낼 MP4 영상이나 그림이 없습니다');
    expect(sheet).toContain('사업자등록번호: ____');
  });

  it('asks for a film where 지니TV is given a picture, and by when to order', async () => {
    const { folder } = await publish('genie_tv', posts.genie_tv);
    const { '점검표.txt': checklist } = contentsOf(folder);

    expect(checklist).toContain('[고칠 것]\n없습니다.');
    expect(checklist).toContain('스토리보드');
    expect(checklist).toContain('늦어도 2026-11-20까지'); // seven working days before Tuesday, 1 December
  });

  it('names the command that records each step', async () => {
    const { folder } = await publish('ringo_biz', posts.ringo_biz);
    const { '점검표.txt': checklist } = contentsOf(folder);

    for (const state of [
      'submitted',
      'in-review',
      'scheduled --at 2026-12-01T00:00:00+09:00',
      'live',
      'refused',
    ])
      expect(checklist).toContain(`kt-event publications mark cmp-abcdefghijkl ringo_biz ${state}`);
  });

  it.each<[string, Partial<ChannelPost>]>([
    ['a file that is not the approved one', { images: [{ ...picture, sha256: 'ab'.repeat(32) }] }],
    ['a period that is none', { period: { start: '2026-12-14', end: '2026-12-01' } }],
  ])('is not laid for %s', async (_what, over) => {
    const { root, media } = await open();
    const adapter = createSubmissionFolder({ channel: 'genie_tv', media });

    await expect(adapter.publish({ ...posts.genie_tv, ...over }, { reference: 'r' })).rejects.toMatchObject({
      code: 'USER_032',
    });
    expect(readdirSync(root)).toEqual(['creatives']);
  });

  it('is followed up by hand along the one way of a publication', async () => {
    const { placement } = await publish('genie_tv', posts.genie_tv);
    const store = await openSqliteStore({ path: join(newFolder(), 'hand.db'), now: () => new Date(0) });
    const { id: campaignId } = aCampaign();
    await store.campaigns.add(aCampaign());
    const channel = 'genie_tv';
    const first = { ...placement, campaignId, channel, mode: 'local', contentHash: 'a', costKrw: 0 } as const;
    await store.outcomes.savePublication({ ...first, at: '2026-12-01T00:00:00Z', assumedProtocol: false });
    const report = (state: (typeof states)[number]) =>
      markPublication({ ...store, now: () => new Date(0) }, campaignId, channel, {
        state,
        evidence: 'person',
      });
    const states = publicationStateSchema.options;
    const outcomes = [];
    for (const state of ['submitted', 'in_review', 'submitted', 'scheduled', 'published', 'refused'] as const)
      outcomes.push(
        await report(state).then(
          ({ state }) => state,
          ({ code }) => code,
        ),
      );
    await store.close();

    expect(outcomes).toEqual(['submitted', 'in_review', 'USER_042', 'scheduled', 'published', 'USER_042']);
    expect(states.filter((state) => canBecome(placement.state, state))).not.toContain('held');
  });
});

/** Files whose sum is another, by our own reading of the list; the usual command, where there is one, must agree. */
function changedFiles(folder: string): string[] {
  const lines = readFileSync(join(folder, 'SHA256SUMS'), 'utf8').trimEnd().split('\n');
  const changed = lines.flatMap((line) => {
    const [sum, path = ''] = line.split('  ');
    const found = createHash('sha256')
      .update(readFileSync(join(folder, path)))
      .digest('hex');
    return found === sum ? [] : [path];
  });
  const { status } = spawnSync('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });
  if (status !== null) expect(status === 0).toBe(changed.length === 0);
  expect(lines).toHaveLength(Object.keys(contentsOf(folder)).length - 1);
  return changed;
}
