import { type Receipt, type Transcript, verifyTranscript } from '@kt-event/sdk';
import { mutantsOf } from '@kt-event/sdk/testing';
import type { Page, Route } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../testing/open-browser.js';
import { closeEntries, type DrawnStage, drawWinners, openDrawnStage } from '../testing/open-drawn-stage.js';

let drawn: DrawnStage;
const people = 9;

beforeAll(async () => {
  drawn = await openDrawnStage(people);
});
afterAll(() => drawn.close());

const transcriptUrl = () => `${drawn.url}/transcript.json`;
const readTranscript = async () => (await fetch(transcriptUrl())).json() as Promise<Transcript>;

async function results() {
  const transcript = await readTranscript();
  const won = new Set(transcript.results.map(({ entry_id }) => entry_id));
  return {
    transcript,
    winner: find(({ entryId }) => won.has(entryId)),
    loser: find(({ entryId }) => !won.has(entryId)),
  };
}

function find(wanted: (receipt: Receipt) => boolean): Receipt {
  const receipt = drawn.receipts.find(wanted);
  if (!receipt) throw new Error('no such receipt');
  return receipt;
}

const phoneOf = ({ entryId }: Receipt): string =>
  `010-7700-${String(drawn.receipts.findIndex((each) => each.entryId === entryId) + 1).padStart(4, '0')}`;

const textOf = async (page: Page, selector: string) => (await page.textContent(selector)) ?? '';

const draw = '[data-verify="draw"]';
const own = '[data-verify="receipt"]';

async function checkDraw(page: Page): Promise<void> {
  await page.click(`${draw} button`);
  await page.waitForSelector(`${draw} .verdict`);
}

async function checkReceipt(page: Page, receipt: unknown, phone = ''): Promise<string> {
  await page.fill('#receipt', typeof receipt === 'string' ? receipt : JSON.stringify(receipt, null, 1));
  await page.fill('#phone', phone);
  await page.click(`${own} button`);
  await page.waitForSelector(`${own} .verdict`);
  return textOf(page, `${own} .result`);
}

const marks = (page: Page, section: string) => page.locator(`${section} .result .mark`).allTextContents();

describeInChromium('the proof page', (open) => {
  it('says when the draw will be while there is no list, and runs no script', async () => {
    const tab = await open(drawn.url);

    expect(await textOf(tab.page, 'main')).toContain('추첨은 12월 4일 (금) 12:00입니다');
    expect(await tab.page.locator('script').count()).toBe(0);
    expect(await tab.seriousFindings()).toEqual([]);
  });

  it('lets everybody find themselves in the list before the draw', async () => {
    await closeEntries(drawn);
    const tab = await open(drawn.url);
    const visitor = find(({ weight }) => weight === 3);

    const said = await checkReceipt(tab.page, visitor, phoneOf(visitor));

    expect(said).toContain('명단에 있습니다. 응모권 3장.');
    expect(said).toContain('추첨은 아직 하지 않았습니다');
    expect(await marks(tab.page, own)).toEqual(['✓', '✓', '✓', '✓', '✓', '✓']);
    expect(await tab.page.locator(draw).count()).toBe(0);
    expect([await tab.seriousFindings(), tab.violations(), tab.errors()]).toEqual([[], [], []]);
  });

  it('checks the draw in the browser, twelve times over, and says what it does not prove', async () => {
    await drawWinners(drawn);
    const tab = await open(drawn.url);

    await checkDraw(tab.page);

    expect(await marks(tab.page, draw)).toEqual(Array.from({ length: 12 }, () => '✓'));
    const said = await textOf(tab.page, `${draw} .result`);
    expect(said).toContain('계산은 모두 맞습니다. 다만 조작을 막는 방식은 아닙니다.');
    expect(said).toContain('조작을 막지는 못합니다');
    expect([await tab.seriousFindings(), tab.violations(), tab.errors()]).toEqual([[], [], []]);
  });

  it.each([320, 1_280])('stands in a window of %s', async (width) => {
    const { loser } = await results();
    const tab = await open(drawn.url, { width });
    await checkDraw(tab.page);
    await checkReceipt(tab.page, loser);
    for (const details of await tab.page.locator('.result details').all())
      await details.locator('summary').click();

    expect(await tab.overflow()).toBe(0);
    expect(await tab.seriousFindings()).toEqual([]);
  });

  it('does not accept a transcript that was changed on its way', async () => {
    const { transcript } = await results();
    const [mutant] = mutantsOf(transcript).filter(({ path }) => path.join('.') === 'results.0.pos');
    const forged = mutant?.make();
    expect(verifyTranscript(forged).valid).toBe(false);
    const tab = await open(drawn.url);
    await tab.page.route('**/transcript.json', (route) => route.fulfill({ json: forged }));

    await checkDraw(tab.page);

    expect(await textOf(tab.page, `${draw} .verdict`)).toContain('이 기록의 당첨 결과를 믿지 마세요');
    expect(await marks(tab.page, draw)).toContain('✗');
    expect(await tab.seriousFindings()).toEqual([]);
  });

  it('says so when the transcript cannot be had, and tries again', async () => {
    const tab = await open(drawn.url);
    await tab.setOffline(true);
    await checkDraw(tab.page);
    expect(await textOf(tab.page, `${draw} .result`)).toContain('인터넷 연결을 확인하고');
    await tab.setOffline(false);

    await checkDraw(tab.page);
    await tab.page.waitForSelector(`${draw} .verdict.plain`);
    expect(await marks(tab.page, draw)).toHaveLength(12);
  });

  it('shows a loser that they were in, and a winner that they won; neither salt nor phone leaves', async () => {
    const { winner, loser } = await results();
    const tab = await open(drawn.url);
    const sent: string[] = [];
    tab.page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));

    const lost = await checkReceipt(tab.page, loser, phoneOf(loser));
    const won = await checkReceipt(tab.page, winner, phoneOf(winner));

    expect(lost).toContain('이번에는 당첨되지 않았습니다');
    expect(won).toMatch(/당첨되었습니다|예비 \d번입니다/);
    expect(sent.filter((each) => each.includes('/inclusion/'))).toHaveLength(2);
    for (const secret of [loser.salt, winner.salt, '7700']) expect(sent.join('\n')).not.toContain(secret);
  });

  it('shows nothing of the one who asked before while the next answer is on its way', async () => {
    const { winner, loser } = await results();
    const { page } = await open(drawn.url);
    await checkReceipt(page, loser);
    const held: Route[] = [];
    await page.route('**/inclusion/*', (route) => void held.push(route));

    await page.fill('#receipt', JSON.stringify(winner));
    await Promise.all([page.waitForRequest('**/inclusion/*'), page.click(`${own} button`)]);
    const meanwhile = await textOf(page, `${own} .result`);
    const canAskAgain = await page.isEnabled(`${own} button`);
    await held[0]?.continue();
    await page.waitForSelector(`${own} .verdict`);

    expect([meanwhile, canAskAgain]).toEqual(['확인하고 있습니다.', false]);
    expect(await textOf(page, `${own} .result`)).toMatch(/당첨되었습니다|예비 \d번입니다/);
    expect(await page.isEnabled(`${own} button`)).toBe(true);
  });

  it('takes a receipt from behind the #, and takes it out of the address', async () => {
    const { loser } = await results();
    const tab = await open(
      `${drawn.url}#receipt=${Buffer.from(JSON.stringify(loser)).toString('base64url')}`,
    );
    await tab.page.waitForSelector(`${own} .verdict.ok`);

    expect(tab.page.url()).toBe(drawn.url);
    expect(await marks(tab.page, own)).toEqual(['✓', '✓', '✓', '✓', '✓']);
  });

  it('refuses a receipt that was changed, of another phone, or that is none', async () => {
    const { loser } = await results();
    const { page } = await open(drawn.url);

    expect(await checkReceipt(page, { ...loser, weight: loser.weight + 1 })).toContain(
      '진짜 접수증인지 확인하지 못했습니다',
    );
    expect(await checkReceipt(page, { ...loser, seq: loser.seq + 1 })).toContain(
      '진짜 접수증인지 확인하지 못했습니다',
    );
    expect(await checkReceipt(page, loser, '010-7700-9999')).toContain('적어 주신 번호의 응모가 아닙니다');
    expect(await checkReceipt(page, `서명된 접수증 전체\n${JSON.stringify(loser)}\n끝`)).toContain(
      '명단에 있습니다',
    );
    expect(await checkReceipt(page, '접수증')).toContain('접수증을 읽지 못했습니다');
  });

  it('tells whoever was left out what that means, and gives them the evidence', async () => {
    const { loser } = await results();
    drawn.denied.add(loser.entryId);
    const tab = await open(drawn.url);

    const said = await checkReceipt(tab.page, loser);
    const [file] = await Promise.all([
      tab.page.waitForEvent('download'),
      tab.page.click('text=누락 증거 내려받기'),
    ]);

    expect(said).toContain('명단에 없습니다.');
    expect(said).toContain('1372 소비자상담센터');
    expect(file.suggestedFilename()).toBe('kt-event-omission.json');
    expect(await tab.seriousFindings()).toEqual([]);
    drawn.denied.clear();
  });

  it('does not take silence for an omission', async () => {
    const { loser } = await results();
    const { page } = await open(drawn.url);
    await page.route('**/inclusion/*', (route) => route.fulfill({ status: 404, body: 'not found' }));

    expect(await checkReceipt(page, loser)).toContain('아직 확인하지 못했습니다');
  });

  it('has the verdict of the server, the winners and the offline page for those without script', async () => {
    const { transcript } = await results();
    const { page } = await open(drawn.url, { javaScript: false });
    const text = await textOf(page, 'main');

    expect(text).toContain('12가지를 확인했고 모두 맞습니다');
    for (const { entry_id } of transcript.results.slice(0, 2)) expect(text).toContain(entry_id);
    expect(text).toContain('자바스크립트가 꺼져 있습니다');
    expect(await page.locator('form:visible, button:visible').count()).toBe(0);
    expect(text).not.toMatch(/손님|7700/);
  });
});
