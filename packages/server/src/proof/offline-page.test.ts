import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { drawCase, mutantsOf } from '@kt-event/sdk/testing';
import { browserFiles } from '@kt-event/verifier';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium, type OpenTab } from '../testing/open-browser.js';

const textOf = async (page: Page, selector: string) => (await page.textContent(selector)) ?? '';
const { transcript } = await drawCase();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-offline-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function fileOf(name: string, value: unknown): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(value));
  return path;
}

/** From a folder, in airplane mode. */
async function openOffline(open: OpenTab, width = 360) {
  const tab = await open(browserFiles.page.href, { width });
  await tab.setOffline(true);
  return tab;
}

describeInChromium('verify.html', (open) => {
  it('checks a transcript from a folder, without network, and in the order of a browser of its own', async () => {
    const tab = await openOffline(open);
    const requests: string[] = [];
    tab.page.on('request', (request) => requests.push(request.url()));

    await tab.page.setInputFiles('#files', await fileOf('transcript.json', transcript));
    await tab.page.waitForSelector('.verdict');

    expect(await textOf(tab.page, '.verdict')).toContain('세계 여러 기관이 함께 만드는 공개 난수');
    expect(await tab.page.locator('.mark').allTextContents()).toEqual(Array.from({ length: 12 }, () => '✓'));
    expect(requests).toEqual([]);
    expect([await tab.seriousFindings(), tab.violations(), tab.errors(), await tab.overflow()]).toEqual([
      [],
      [],
      [],
      0,
    ]);
  });

  it('takes what is dropped on it', async () => {
    const { page } = await openOffline(open);

    await page.evaluate(`(() => {
      const files = new DataTransfer();
      files.items.add(new File([${JSON.stringify(JSON.stringify(transcript))}], 'transcript.json'));
      const drop = new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true });
      document.querySelector('form').dispatchEvent(drop);
    })()`);
    await page.waitForSelector('.verdict.ok');

    expect(await page.locator('.mark').count()).toBe(12);
  });

  it('refuses what is pasted when a number in it is another', async () => {
    const { page } = await openOffline(open, 1_280);
    const forged = mutantsOf(transcript).find(({ path }) => path.join('.') === 'results.2.weight');

    await page.fill('#pasted', JSON.stringify(forged?.make()));
    await page.click('button');
    await page.waitForSelector('.verdict');

    expect(await textOf(page, '.verdict')).toContain('믿지 마세요');
  });

  it('says what is missing, and what it does not know', async () => {
    const { page } = await openOffline(open);
    const [first] = transcript.results;
    const receipt = {
      campaignId: transcript.commitment.event_id,
      entryId: createHash('sha256').digest('hex').slice(0, 32),
      salt: first?.entry_id,
      weight: 1,
      signature: transcript.signature.value,
    };

    await page.setInputFiles('#files', [
      await fileOf('receipt.json', receipt),
      await fileOf('other.json', { a: 1 }),
    ]);
    await page.waitForSelector('.verdict');

    const text = await textOf(page, '.result');
    expect(text).toContain('알아볼 수 없는 내용이 있습니다');
    expect(text).toContain('파일이 더 필요합니다');
  });
});
