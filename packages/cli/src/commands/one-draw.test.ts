import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { briefInputSchema, createKtEvent, type KtEvent, parseInput } from '@kt-event/sdk';
import { quickMakers } from '@kt-event/sdk/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from '../config/settings.js';
import { main } from '../main.js';

const brief = parseInput(
  briefInputSchema,
  {
    version: 1,
    name: '첫 방문 QR 이벤트',
    store: { name: '카페 온도', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 300_000,
    period: { start: '2026-11-01', end: '2026-11-03' },
    channels: ['naver_blog'],
    entry: { mechanic: 'lottery', winners: 2 },
    draw: { at: '2026-11-04T12:00:00+09:00', beacon: 'operator' },
  },
  'brief',
);

let folder: string;
let id: string;

/** A toolkit on the folder of the command, at a moment that has passed. */
async function at<T>(instant: string, work: (ktEvent: KtEvent) => Promise<T>): Promise<T> {
  const ktEvent = await createKtEvent({
    folder: join(folder, '.kt-event'),
    output: join(folder, 'kt-event-out'),
    now: () => new Date(instant),
    ...quickMakers(),
  });
  return work(ktEvent).finally(() => ktEvent.close());
}

/** @returns the exit code, and what was printed */
async function say(...words: string[]): Promise<[number, string]> {
  const printed: string[] = [];
  const stream = { write: (text: string | Uint8Array) => printed.push(String(text)) > 0 };
  const host = {
    arguments: [...words, '--dir', folder],
    cwd: folder,
    stdin: {},
    stdout: stream,
    stderr: stream,
    signal: new AbortController().signal,
    now: () => new Date(),
    operator: () => 'owner',
  };
  return [await main(host, readSettings({})), printed.join('')];
}

const readDraw = () => at('2026-11-05T12:00:00+09:00', (ktEvent) => ktEvent.draw(id));

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-one-draw-'));
  await at('2026-10-20T10:00:00+09:00', async (ktEvent) => {
    ({ id } = await ktEvent.create(brief));
    const { campaign } = await ktEvent.advance(id, { until: 'plan' });
    await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'owner' });
    await ktEvent.advance(id);
  });
  await at('2026-11-02T12:00:00+09:00', async (ktEvent) => {
    const { campaign } = await ktEvent.advance(id);
    for (let no = 1; no <= 5; no += 1) {
      const person = {
        name: `손님${no}`,
        phone: `010-7700-000${no}`,
        consent: true,
        overFourteen: true,
      } as const;
      await ktEvent.participate(campaign.slug, person);
    }
  });
  for (const moment of ['2026-11-04T00:05:00+09:00', '2026-11-04T12:00:00+09:00'])
    await at(moment, (ktEvent) => ktEvent.advance(id));
});
afterAll(() => rm(folder, { recursive: true }));

describe('kt-event draw, of a campaign that is drawn', () => {
  it('shows the draw that there is, however often it is said', async () => {
    const before = await readDraw();
    const told = [await say('draw', id, '--json'), await say('draw', id, '--json')];
    const transcripts = told.map(([, text]) => JSON.parse(text).draw.transcript);

    expect(before?.transcript?.results.length).toBeGreaterThan(1);
    expect(transcripts).toEqual([before?.transcript, before?.transcript]);
    expect(await readDraw()).toEqual(before);
  });

  it('draws nobody once it is void, and says so', async () => {
    const before = await readDraw();
    const [declared] = await say('draw', 'void', id, '--reason', 'list_wrong', '--yes');
    const [code, text] = await say('draw', id, '--json');
    const after = await readDraw();

    expect([declared, after?.transcript]).toEqual([0, before?.transcript]);
    expect([code, text]).toEqual([expect.any(Number), expect.stringContaining('kt-event-draw-void/1')]);
    expect(after?.voided?.record.reason).toBe('list_wrong');
  });
});
