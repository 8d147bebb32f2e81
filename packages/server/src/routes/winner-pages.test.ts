import { randomUUID } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Brief, Campaign } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, createApp } from '../app.js';
import {
  afterClosing,
  afterDraw,
  aLottery,
  openStage,
  type Stage,
  whileOpen,
} from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';
import { winnerLinks } from '../testing/winner-links.js';

const prizes = [
  { name: '라떼', valueKrw: 5_000, quantity: 1, handOver: 'either' },
  { name: '무선 이어폰', valueKrw: 90_000, quantity: 1 },
] as const;
const brief: Brief = aLottery({ prizes, entry: { mechanic: 'lottery', winners: 2, reserves: 2 } });

let stage: Stage;
let campaign: Campaign;
let app: App;
/** Paths of the winners' pages, by the last digits of their phones' owners: read where the owner reads them. */
let links: readonly string[];

beforeAll(async () => {
  stage = await openStage();
  app = await createApp({ ktEvent: stage.ktEvent, newId: randomUUID });
  campaign = await stage.publish(brief);
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
  for (let no = 1; no <= 6; no += 1) await stage.ktEvent.participate(campaign.slug, aPerson(no));
  stage.moveTo(afterClosing);
  await stage.ktEvent.advance(campaign.id);
  stage.moveTo(afterDraw);
  await stage.ktEvent.advance(campaign.id);
  links = await winnerLinks(campaign);
});
afterAll(async () => {
  await app.close();
  await stage.close();
});

const open = (url: string) => app.inject({ url, headers: { accept: 'text/html' } });
const post = (url: string, fields: Record<string, string>) =>
  app.inject({
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' },
    payload: new URLSearchParams(fields).toString(),
  });
const linkOf = async (prize: string): Promise<string> => {
  for (const link of links) if ((await open(link)).payload.includes(`<strong>${prize}</strong>`)) return link;
  throw new Error(`nobody has won ${prize}`);
};

describe('a winner’s page', () => {
  it('says what was won and until when, and is kept by nobody', async () => {
    const answer = await open(await linkOf('라떼'));

    expect(answer.statusCode).toBe(200);
    expect(answer.payload).toContain('12월 11일 (금)까지');
    expect(answer.payload).toMatch(/손\*+\d · \d{4}|손\*.? · \d{4}/);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['referrer-policy']).toBe('no-referrer');
    expect(links).toHaveLength(2);
  });

  it('is not there for a guessed address', async () => {
    expect((await open('/w/AAAAAAAAAAAAAAAAAAAAAAAA')).statusCode).toBe(404);
    expect((await open(`/w/${'A'.repeat(300)}`)).statusCode).toBe(404);
  });

  it('asks for an address only for delivery, and for a number only above the threshold', async () => {
    const latte = (await open(await linkOf('라떼'))).payload;
    const ears = (await open(await linkOf('무선 이어폰'))).payload;

    expect([latte.includes('name="address"'), latte.includes('residentNumber')]).toEqual([true, false]);
    expect([ears.includes('name="address"'), ears.includes('residentNumber')]).toEqual([false, true]);
    expect(ears).toContain('19,800원');
  });

  it('says what to correct, and takes nothing by then', async () => {
    const link = await linkOf('라떼');
    const address = '"><b>서울';
    const answer = await post(link, { handOver: 'delivery', address });

    expect(answer.statusCode).toBe(400);
    expect(answer.payload).toContain('주소 수집 안내에 동의해 주세요');
    expect(answer.payload).toContain('value="delivery" checked');
    expect(answer.payload).toContain('value="&quot;&gt;&lt;b&gt;서울"');
    expect((await open(link)).payload).toContain('경품 받기');
    expect((await post(link, { handOver: 'pickup', residentNumber: '900101-1234567' })).statusCode).toBe(400);
  });

  it('takes one claim, and shows its state to whoever comes again', async () => {
    const link = await linkOf('무선 이어폰');
    const fields = {
      handOver: 'pickup',
      legalName: '손님하나',
      residentNumber: '900101-1234567',
      taxNotice: 'on',
    };

    const first = await post(link, fields);
    const again = await post(link, { ...fields, legalName: '다른 사람' });
    const rows = await stage.ktEvent.winners(campaign.id);
    const { award } = rows.find(({ prize }) => prize?.name === '무선 이어폰') ?? {};

    expect([first.statusCode, again.statusCode]).toEqual([200, 200]);
    expect(again.payload).toContain('수령 확인이 접수되었습니다');
    expect(again.payload).not.toMatch(/900101|손님하나/);
    expect(award).toMatchObject({ state: 'claimed', claimedBy: 'winner', handOver: 'pickup' });
    const csv = await stage.ktEvent.exportWinners(campaign.id, { by: 'owner', tax: true });
    expect(csv).toContain('"손님하나","900101-1234567"');
    expect(csv).not.toContain('다른 사람');
    expect(csv).not.toContain('라떼'); // no tax is due on it
    expect([csv.includes('"2026-12-11"'), csv.includes('"2026-12-12"')]).toEqual([true, false]);
  });

  it('lets a winner decline once, and the first reserve is called', async () => {
    const link = await linkOf('라떼');
    expect((await post(`${link}/decline`, {})).payload).toContain('받지 않기로');
    expect((await post(`${link}/decline`, {})).statusCode).toBe(200);
    expect((await post(link, { handOver: 'pickup' })).statusCode).toBe(409);

    expect((await stage.ktEvent.due()).map(({ id }) => id)).toEqual([campaign.id]);
    await stage.ktEvent.advance(campaign.id);
    const heirs = (await stage.ktEvent.winners(campaign.id)).filter(({ award }) => award.reserve === 1);
    expect(heirs).toMatchObject([{ award: { state: 'drawn' }, prize: { name: '라떼' } }]);
    expect(await winnerLinks(campaign)).toHaveLength(3);
  });

  it('hands a taxed prize over with its papers, once', async () => {
    const rows = await stage.ktEvent.winners(campaign.id);
    const { award } = rows.find(({ prize }) => prize?.name === '무선 이어폰') ?? {};
    await stage.ktEvent.handOverPrize(campaign.id, award?.no ?? 0);

    expect(await stage.ktEvent.taxSheet(campaign.id)).toMatchObject([
      { taxKrw: 19_800, papers: true, payBy: '2027-01-10', statementBy: '2027-02-28' },
    ]);
    const reason = { reason: 'disqualified' } as const;
    await expect(stage.ktEvent.forfeitPrize(campaign.id, award?.no ?? 0, reason)).rejects.toMatchObject({
      code: 'USER_071',
    });
  });

  it('can be claimed no more after its deadline', async () => {
    const [late = ''] = (await winnerLinks(campaign)).filter((link) => !links.includes(link));
    stage.moveTo('2026-12-20T00:00:00+09:00');
    const answer = await post(late, { handOver: 'pickup' });

    expect(answer.statusCode).toBe(410);
    expect(answer.payload).toContain('확인 기한이 지났습니다');
  });
});

it('leaves no name, address or number of a winner in the clear on the disk', async () => {
  const root = join(campaign.folder, '../..');
  const names = await readdir(root, { recursive: true, withFileTypes: true });
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const found: string[] = [];
  for (const file of files) {
    const text = (await readFile(file)).toString('latin1');
    if (
      /9001011234567|900101-1234567/.test(text) ||
      text.includes(Buffer.from('손님하나').toString('latin1'))
    )
      found.push(file);
  }

  expect(files.length).toBeGreaterThan(5);
  expect(found).toEqual([]);
});
