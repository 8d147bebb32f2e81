import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Brief, briefInputSchema, parseInput, verifyTranscript } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rehearse } from './rehearse.js';

const brief = (over: object = {}): Brief =>
  parseInput(
    briefInputSchema,
    {
      version: 1,
      name: '첫 방문 QR 이벤트',
      store: {
        name: '카페 온도',
        industry: 'cafe',
        region: '서울 마포구',
        phone: '02-1234-5678',
        businessNumber: '123-45-67891',
      },
      objective: 'new_customer',
      budgetKrw: 300_000,
      period: { start: '2026-12-01', end: '2026-12-14' },
      entry: { mechanic: 'lottery', winners: 10, reserves: 3, visitBonus: 2 },
      channels: ['wooridongne_tv', 'ringo_biz', 'genie_tv', 'instagram', 'naver_blog', 'kakao_channel'],
      draw: { at: '2026-12-15T12:00:00+09:00', beacon: 'drand' },
      design: { looks: 1 },
      video: false, // films take their time
      ...over,
    },
    'brief',
  );

describe('rehearse', () => {
  let root: string;
  const run = (wanted: Brief) =>
    rehearse({
      brief: wanted,
      folder: join(root, 'data'),
      output: join(root, '결과 폴더'),
      newId: () => crypto.randomUUID(),
      elapsedMs: () => performance.now(),
    });

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'kt event 리허설-'));
  });
  afterEach(() => rm(root, { recursive: true }));

  it('plays a whole lottery and leaves every file it speaks of', async () => {
    const result = await run(brief());

    expect(result.campaign).toMatchObject({ state: 'settled', mode: 'sandbox' });
    expect(result.publications.map(({ channel, state }) => [channel, state])).toEqual(
      expect.arrayContaining([['instagram', 'published']]),
    );
    expect(result.publications.filter(({ externalId }) => externalId !== undefined)).toHaveLength(6);
    expect(result.entries).toEqual({ sent: 300, accepted: 240, duplicates: 30, refused: 20, visitors: 60 });
    expect(result.draw).toMatchObject({
      level: 'sandbox',
      valid: true,
      winners: { length: 10 },
      reserves: { length: 3 },
    });
    expect(result.notices).toMatchObject({ sent: 13, failed: 0 });
    expect(result.consents.given).toBeGreaterThan(0);
    expect(result.consents.told).toBe(result.consents.given);
    expect(result.report.findings).toEqual([]);
    expect(result.prizes).toEqual({ claimed: 9, expired: 2, declined: 2, promoted: 3 });
    expect(result.report.costKrw).toBeLessThanOrEqual(300_000);
    expect(result.creatives.every(({ path }) => existsSync(join(result.campaign.folder, path)))).toBe(true);
    const transcript: unknown = JSON.parse(await readFile(result.draw?.transcript ?? '', 'utf8'));
    expect(verifyTranscript(transcript).valid).toBe(true);
  });

  it('plays a first-come campaign to the last piece', async () => {
    const result = await run(
      brief({ entry: { mechanic: 'first_come', stock: 50 }, draw: undefined, channels: ['instagram'] }),
    );

    expect(result.campaign.state).toBe('settled');
    expect(result.entries.accepted).toBe(50);
    expect(result.draw).toBeNull();
  });

  it('draws lots among those of the first seconds, and hands out the rest', async () => {
    const entry = { mechanic: 'first_come', stock: 20, rushSeconds: 300 };
    const result = await run(brief({ entry, draw: undefined, channels: ['instagram'] }));

    expect(result.campaign.state).toBe('settled');
    expect(result.draw).toMatchObject({ valid: true, winners: { length: 20 }, reserves: [] });
  });

  it('starts anew when the last rehearsal is over', async () => {
    const wanted = brief({ channels: ['instagram'] });

    const [first, second] = [await run(wanted), await run(wanted)];

    expect(second.campaign.id).not.toBe(first.campaign.id);
    expect(second.entries.accepted).toBe(first.entries.accepted);
  });
});
