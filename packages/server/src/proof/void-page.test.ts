import {
  type AuditFile,
  type Receipt,
  type SignedVoid,
  type Transcript,
  verifyAuditFile,
  verifyVoid,
} from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../testing/open-browser.js';
import { closeEntries, type DrawnStage, drawWinners, openDrawnStage } from '../testing/open-drawn-stage.js';
import { winnerLinks } from '../testing/winner-links.js';

let drawn: DrawnStage;
const words = '직원의 응모가 명단에 섞여 있었습니다';

beforeAll(async () => {
  drawn = await openDrawnStage(9);
});
afterAll(() => drawn.close());

const read = async <T>(name: string) => (await (await fetch(`${drawn.url}/${name}.json`)).json()) as T;
const readTranscript = () => read<Transcript>('transcript');
const readVoid = () => read<SignedVoid>('void');
const widths = [360, 1_280];

describeInChromium('the pages of a draw that is void', (open) => {
  type Tab = Awaited<ReturnType<typeof open>>;

  /** Fits, can be used by everybody and breaks no policy, on paper and in the dark. */
  async function judge(tab: Tab, name: string): Promise<void> {
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 740 });
      expect([name, width, await tab.overflow()]).toEqual([name, width, 0]);
      for (const colorScheme of ['dark', 'light'] as const) {
        await tab.page.emulateMedia({ colorScheme });
        expect(await tab.seriousFindings()).toEqual([]);
      }
    }
    expect([tab.violations(), tab.errors()]).toEqual([[], []]);
  }

  async function checkReceipt({ page }: Tab, receipt: Receipt | undefined): Promise<string> {
    await page.fill('#receipt', JSON.stringify(receipt));
    await page.click('[data-verify="receipt"] button');
    await page.waitForSelector('[data-verify="receipt"] .verdict');
    return (await page.textContent('[data-verify="receipt"] .result')) ?? '';
  }

  it('are as good as those before it: before the list, with a place that shows the commitment, with a receipt', async () => {
    await judge(await open(drawn.url), 'before-the-list');
    await closeEntries(drawn);
    await judge(await open(drawn.url), 'committed');
    await drawWinners(drawn);
    const { results } = await readTranscript();
    const won = new Set(results.map(({ entry_id }) => entry_id));
    const tab = await open(drawn.url);
    expect(
      await checkReceipt(
        tab,
        drawn.receipts.find(({ entryId }) => won.has(entryId)),
      ),
    ).toContain('명단에 있습니다');
    await judge(tab, 'winning-receipt');
    expect(
      await checkReceipt(
        tab,
        drawn.receipts.find(({ entryId }) => !won.has(entryId)),
      ),
    ).toContain('당첨되지 않았습니다');
    await judge(tab, 'losing-receipt');
  });

  it('say so first, why and since when, with the signed record to take along', async () => {
    expect((await fetch(`${drawn.url}/void.json`)).status).toBe(404);
    const id = drawn.campaign.id;
    await drawn.stage.ktEvent.voidDraw(id, { reason: 'list_wrong', words });
    const tab = await open(drawn.url);
    const [transcript, signed] = await Promise.all([readTranscript(), readVoid()]);
    const { heads } = await read<Pick<AuditFile, 'heads'>>('audit-heads');

    const first = await tab.page.textContent('.verdict');
    expect(first).toContain('이 추첨은 무효가 되었습니다.');
    expect(first).toContain(words);
    expect(first).toContain('12월 4일 (금) 12:00에 주최자가 서명해 알렸습니다');
    expect(verifyVoid(transcript, signed)).toMatchObject({ voided: true });
    const { records } = await drawn.stage.ktEvent.auditChain(id);
    expect(verifyAuditFile(transcript, { records, heads })).toBe(true);
    await judge(tab, 'void');
  });

  it('make the check in the browser say so as well, and no longer when the record is forged', async () => {
    const tab = await open(drawn.url);
    const check = async () => {
      await tab.page.click('[data-verify="draw"] button');
      await tab.page.waitForSelector('[data-verify="draw"] .result .verdict');
      await tab.page.waitForSelector('[data-verify="draw"] .result .verdict.bad');
      return (await tab.page.textContent('[data-verify="draw"] .result')) ?? '';
    };
    const said = await check();
    expect(said).toContain('이 추첨은 무효입니다.');
    expect(said).toContain(words);
    const won = (await readTranscript()).results[0]?.entry_id;
    const receipt = drawn.receipts.find(({ entryId }) => entryId === won);
    const own = await checkReceipt(tab, receipt);
    expect(own).toContain('다만 이 추첨은 무효가 되었습니다.');
    expect(own).not.toContain('당첨되었습니다');
    await judge(tab, 'void-checked');

    const signed = await readVoid();
    const forged = { ...signed, record: { ...signed.record, words: '아무 까닭도 없이 무효라고 합니다' } };
    await tab.page.route('**/void.json', (route) => route.fulfill({ json: forged }));
    await tab.page.reload();
    expect(await check()).toContain('무효 기록의 서명이 맞지 않습니다.');
  });

  it('tell everybody who took part: on the form, on the receipt and on the list of winners', async () => {
    const { server, campaign, receipts } = drawn;
    const [receipt] = receipts;
    const addresses = {
      form: `/e/${campaign.slug}`,
      receipt: `/e/${campaign.slug}/receipts/${receipt?.entryId}#${receipt?.salt}`,
      list: `/draws/${campaign.slug}/winners`,
      winner: (await winnerLinks(campaign))[0] ?? '',
    };
    for (const [name, address] of Object.entries(addresses)) {
      const tab = await open(`${server.url}${address}`);
      await tab.page.waitForLoadState('networkidle');
      const text = await tab.page.textContent('main');
      expect(text).toContain('이 추첨은 무효가 되었습니다');
      expect(text).toContain(words);
      expect(text).not.toContain('당첨되셨습니다');
      await judge(tab, `void-${name}`);
    }
  });

  it('give a winner nothing to claim, and say what became of the prize', async () => {
    const [path = ''] = await winnerLinks(drawn.campaign);
    const { page } = await open(`${drawn.server.url}${path}`);

    expect(await page.textContent('h1')).toBe('이 추첨은 무효가 되었습니다');
    expect(await page.textContent('main')).toContain('그래서 경품을 드릴 수 없습니다.');
    expect(await page.locator('form').count()).toBe(0);
    await page.click('text=무효 기록 보기');
    expect(await page.textContent('.verdict')).toContain(words);
  });

  it('hold on paper too', async () => {
    const answer = await fetch(`${drawn.url}/certificate.pdf`);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/pdf');
  });
});
