import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSandbox, type Sandbox } from '@kt-event/sandbox';
import { createKtEvent, type KtEvent } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createFakeContext } from '../testing/fake-context.js';
import type { Overview } from '../views/status-view.js';

const template = `version: 1
name: 겨울 행사
store: { name: 본점, industry: cafe, region: 서울 마포구, phone: 02-1234-5678 }
objective: new_customer
budgetKrw: 300000
period: { start: 2026-12-01, end: 2026-12-14 }
entry: { mechanic: lottery, winners: 10 }
channels: [instagram]
draw: { at: 2026-12-15T12:00:00+09:00 }
`;
const places = ['서울 마포구', '서울 강남구', '부산 해운대구', '대구 중구', '제주 서귀포시', '경기 수원시'];
const trades = ['카페', '음식점', '미용실', '꽃집', '빵집'];
const now = () => new Date('2026-11-30T10:00:00+09:00');

let folder: string;
let sandbox: Sandbox;
const clients: KtEvent[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-bulk-caches-'));
  sandbox = await openSandbox({ now });
  await writeFile(join(folder, 'template.yaml'), template);
});
afterEach(async () => {
  for (const one of clients.splice(0)) await one.close();
  await sandbox.close();
  await rm(folder, { recursive: true });
});

async function open(): Promise<KtEvent> {
  const environment = sandbox.environment();
  const ktEvent = await createKtEvent({ folder, output: join(folder, 'out'), environment, now });
  clients.push(ktEvent);
  return ktEvent;
}

/** Plans as many stores as told, by the command, in a process of its own as far as the data can tell. */
async function bulk(stores: number, ...flags: string[]): Promise<void> {
  const rows = Array.from(
    { length: stores },
    (_, no) => `s${no},${no}호점,${trades[no % trades.length]},${places[no % places.length]}`,
  );
  await writeFile(join(folder, 'stores.csv'), `매장번호,매장,업종,지역\n${rows.join('\n')}\n`);
  const ktEvent = await open();
  const context = createFakeContext(ktEvent, { cwd: folder, folder });
  await context.run('bulk', 'template.yaml', 'stores.csv', '--out', 'plans', '--jobs', '4', ...flags);
  expect(context.exitCodes).toEqual([]);
  clients.pop();
  await ktEvent.close();
}

/** What another process says that only looks. */
async function look() {
  const context = createFakeContext(await open(), { cwd: folder, folder });
  await context.run('status');
  return { caches: (context.values[0] as Overview).caches, said: context.results[0] ?? '' };
}

describe('the rate at which memory answers', () => {
  it('is four in five and more for a crowd of stores, as their sources can tell', async () => {
    await bulk(90, '--trends');
    const { caches, said } = await look();
    const { trends } = caches;

    expect(trends.hitRate).toBeGreaterThanOrEqual(0.8);
    expect(trends.hits / trends.reads).toBe(trends.hitRate);
    expect(trends.sources.map(({ source, reads }) => [source, reads])).toEqual([
      ['kma', 90],
      ['tour', 90],
    ]);
    const asked = sandbox.requests('data_go_kr').length;
    expect(asked).toBeGreaterThanOrEqual(trends.reads - trends.hits);
    expect(asked).toBeLessThan(90); // a rate that only says so would have asked for each row
    expect(trends.since).toBe(now().toISOString());
    expect(said).toMatch(/흐름 자료: 180번 중 \d+번 \(\d+%\) · 2026-11-30 \(월\) 10:00부터 셈/);
  });

  it('is none when nothing was read, and nought when nothing was remembered yet', async () => {
    await bulk(2); // asks nobody
    const unread = await look();
    await bulk(1, '--trends');
    const first = await look();

    expect(unread.caches.trends).toMatchObject({ reads: 0, hitRate: null, since: null, sources: [] });
    expect(unread.said).toContain('아직 물은 적이 없어');
    expect(first.caches.trends).toMatchObject({ reads: 2, hits: 0, hitRate: 0 });
    expect(first.said).toContain('2번 중 0번 (0%)');
  });

  it('adds up what several processes have asked, each once', async () => {
    await bulk(6, '--trends');
    await bulk(6, '--trends'); // its memory is empty again
    await look();
    const { caches } = await look();

    expect(caches.trends.reads).toBe(24);
    expect(caches.plans).toMatchObject({ reads: 0, hitRate: null });
  });
});
