import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Campaign } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../testing/open-browser.js';
import { type House, openHouse } from '../testing/open-house.js';
import { afterClosing, afterDraw, aLottery, whileOpen } from '../testing/open-stage.js';
import { aPerson } from '../testing/requests.js';

const prizes = [
  { name: '따뜻한 라떼와 오늘의 조각 케이크 세트', valueKrw: 12_000, quantity: 2, handOver: 'either' },
  { name: '무선 이어폰', valueKrw: 90_000, quantity: 2, handOver: 'either' },
  { name: '머그', valueKrw: 9_000, quantity: 1, handOver: 'delivery' },
  { name: '원두 한 봉지', valueKrw: 15_000, quantity: 1 },
] as const;

let house: House;
let campaign: Campaign;
/** Paths of the winners' pages by the prize, in drawn order. */
let links: ReadonlyMap<string, readonly string[]>;

beforeAll(async () => {
  house = await openHouse();
  const { stage } = house;
  stage.moveTo('2026-11-20T10:00:00+09:00');
  const entry = { mechanic: 'lottery', winners: 6, reserves: 2 };
  campaign = await stage.publish(aLottery({ name: '겨울 감사 이벤트', prizes, entry }));
  stage.moveTo(whileOpen);
  await stage.ktEvent.advance(campaign.id);
  for (let no = 1; no <= 9; no += 1) await stage.ktEvent.participate(campaign.slug, aPerson(no));
  for (const moment of [afterClosing, afterDraw]) {
    stage.moveTo(moment);
    await stage.ktEvent.advance(campaign.id);
  }
  links = await linksOf(campaign);
});
afterAll(() => house.close());

async function linksOf({ folder }: Campaign): Promise<Map<string, string[]>> {
  const notices = join(folder, 'outbox/notices');
  const texts = await Promise.all(
    (await readdir(notices)).map((name) => readFile(join(notices, name), 'utf8')),
  );
  const found = new Map<string, string[]>();
  for (const [, prize = '', path = ''] of texts
    .join('\n')
    .matchAll(/'([^'\n]+)'에 당첨[\s\S]*?(\/w\/[\w-]{24})/g))
    found.set(prize, [...(found.get(prize) ?? []), path]);
  return found;
}

const linkOf = (prize: (typeof prizes)[number], index = 0): string => links.get(prize.name)?.[index] ?? '';
const [set, ears, mug, beans] = prizes;

/** Each is opened, and then led where it has to be. */
const forms: readonly (readonly [string, () => string])[] = [
  ['the form with a choice', () => linkOf(set)],
  ['the form with tax', () => linkOf(ears)],
  ['the form for delivery', () => linkOf(mug)],
  ['the form for the counter', () => linkOf(beans)],
];
const widths = [320, 360, 1_280];

describeInChromium('a winner’s page in a browser', (open) => {
  async function judge(path: string) {
    const tab = await open(`${house.server.url}${path}`, { width: 360 });
    const overflows: number[] = [];
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 740 });
      overflows.push(await tab.overflow());
    }
    await tab.page.emulateMedia({ colorScheme: 'dark' });
    const dark = await tab.seriousFindings();
    await tab.page.emulateMedia({ colorScheme: 'light' });
    const findings = [...dark, ...(await tab.seriousFindings())];
    return { overflows, findings, violations: tab.violations() };
  }
  const spotless = { overflows: widths.map(() => 0), findings: [], violations: [] };

  it.each(forms)('%s fits every width and can be used by everybody', async (_, path) => {
    expect(await judge(path())).toEqual(spotless);
  });

  it('says what is missing where it is missing, and is as usable then', async () => {
    const tab = await open(`${house.server.url}${linkOf(set)}`, { width: 360 });
    await tab.page.check('input[value=delivery]');
    await tab.page.check('[name=addressConsent]');
    await tab.page.click('button:text("경품 받기")');

    expect(await tab.page.textContent('[role=alert]')).toContain('주소');
    expect(await tab.page.isChecked('input[value=delivery]')).toBe(true);
    expect(await tab.overflow()).toBe(0);
    expect(await tab.seriousFindings()).toEqual([]);
  });

  it('is as usable once it was claimed, declined, handed over or late', async () => {
    const claim = async (
      path: string,
      fill: (page: Awaited<ReturnType<typeof open>>['page']) => Promise<void>,
    ) => {
      const { page } = await open(`${house.server.url}${path}`, { javaScript: false });
      await fill(page);
      await page.click('button:text("경품 받기")');
      return page.textContent('h1');
    };
    const pickUp = await claim(linkOf(beans), async () => undefined);
    const delivery = await claim(linkOf(mug), async (page) => {
      await page.fill('#address', '서울 마포구 어딘가로 12, 3층');
      await page.check('[name=addressConsent]');
    });
    const { page } = await open(`${house.server.url}${linkOf(set, 1)}`);
    await page.click('summary');
    await page.click('button:text("받지 않기")');
    const rows = await house.stage.ktEvent.winners(campaign.id);
    const no = rows.find(({ prize }) => prize?.name === beans.name)?.award.no ?? 0;
    const claimed = await judge(linkOf(beans));
    await house.stage.ktEvent.handOverPrize(campaign.id, no);
    const shown = [
      claimed,
      await judge(linkOf(mug)),
      await judge(linkOf(beans)),
      await judge(linkOf(set, 1)),
    ];
    house.stage.moveTo('2026-12-20T00:00:00+09:00');
    shown.push(await judge(linkOf(ears)));

    expect([pickUp, delivery]).toEqual(['수령 확인이 접수되었습니다', '수령 확인이 접수되었습니다']);
    expect(shown).toEqual(shown.map(() => spotless));
  });
});
