import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { briefInputSchema, type Creative, createKtEvent, type Finding, parseInput } from '@kt-event/sdk';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeInChromium } from '../../../server/src/testing/open-browser.js';
import { ko } from '../messages/ko.js';
import { type ContactSheet, toContactSheet } from './contact-sheet.js';
import { serveContactSheet } from './serve-contact-sheet.js';
import { writeContactSheet } from './write-contact-sheet.js';

const brief = parseInput(
  briefInputSchema,
  {
    version: 1,
    name: '겨울 라떼 <b>이벤트</b>',
    store: { name: '온기커피', industry: 'cafe', region: '서울 마포구', phone: '02-1234-5678' },
    objective: 'new_customer',
    budgetKrw: 500_000,
    period: { start: '2026-12-01', end: '2026-12-14' },
    entry: { mechanic: 'lottery', winners: 10 },
    channels: ['instagram'],
    draw: { at: '2026-12-15T12:00:00+09:00' },
    design: { looks: 1 },
  },
  'brief',
);
const finding: Finding = {
  ruleId: 'AD-001',
  severity: 'warn',
  phase: 'creative',
  message: { ko: '과장된 말이 있습니다', en: 'Too bold' },
  source: 'law',
  status: 'checked',
};

let folder: string;
let sheet: ContactSheet;
let files: Map<string, Uint8Array>;
const controller = new AbortController();
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-'));
  const ktEvent = await createKtEvent({
    folder,
    output: folder,
    now: () => new Date('2026-11-20T01:00:00Z'),
  });
  const { creatives } = await ktEvent.sketch(brief, { folder });
  await ktEvent.close();
  files = new Map(
    await Promise.all(
      creatives.map(
        async ({ path }): Promise<[string, Uint8Array]> => [path, await readFile(join(folder, path))],
      ),
    ),
  );
  sheet = await sheetOf(creatives);
}, 300_000);
afterAll(async () => {
  controller.abort();
  await rm(folder, { recursive: true });
});

const sheetOf = (creatives: readonly Creative[]) =>
  toContactSheet({
    title: brief.name,
    store: brief.store.name,
    rehearsal: true,
    findings: [finding],
    creatives,
    read: async (path) => files.get(path),
  });

const serve = () => serveContactSheet(sheet, { messages: ko, token: 'secret', signal: controller.signal });
const faults = async (over: Partial<Creative>, path = sheet.assets[0]?.creative.path) => {
  const { assets } = await sheetOf([
    { ...(sheet.assets[0]?.creative as Creative), ...over, path: path ?? '' },
  ]);
  return assets.flatMap((asset) => asset.faults.map(({ kind }) => kind));
};

describeInChromium('a contact sheet', (open) => {
  it('fits every width, light and dark, can be used by everybody and breaks no policy', async () => {
    const { url } = await serve();
    for (const [width, dark] of [
      [360, false],
      [1_280, true],
    ] as const) {
      const tab = await open(url, { width, dark });
      await tab.page.waitForLoadState('networkidle');

      expect([await tab.overflow(), await tab.seriousFindings(), tab.violations(), tab.errors()]).toEqual([
        0,
        [],
        [],
        [],
      ]);
    }
  }, 300_000);

  it('shows every picture and the words, and plays the film', async () => {
    const { url } = await serve();
    const { page } = await open(url);
    const pictures = await page.evaluate(`Promise.all([...document.images].map((image) => {
      image.loading = 'eager';
      return image.decode().then(() => image.naturalWidth);
    }))`);
    const played = await page.evaluate(`(async () => {
      const film = document.querySelector('video');
      await film.play();
      await new Promise((resolve) => film.addEventListener('timeupdate', () => film.currentTime > 0 && resolve()));
      return film.videoWidth + '×' + film.videoHeight;
    })()`);

    expect(pictures).toEqual([1080, 1080, 1080, 2480, 1754, 1240]);
    expect(played).toBe('1080×1920');
    const text = await page.textContent('body');
    for (const said of [
      '겨울 라떼 <b>이벤트</b>',
      '리허설',
      '템플릿으로 그림',
      '과장된 말이 있습니다',
      '1080×1350',
    ]) {
      expect(text).toContain(said);
    }
  }, 300_000);

  it('is one file as well, which asks nobody for anything', async () => {
    const path = join(folder, 'sheet.html');
    await writeFile(path, writeContactSheet(sheet, ko));
    const { page, violations, errors } = await open(pathToFileURL(path).href);
    const width = await page.evaluate(
      `document.images[0].decode().then(() => document.images[0].naturalWidth)`,
    );

    expect([width, violations(), errors()]).toEqual([1080, [], []]);
  }, 300_000);

  it('would be caught with a script in it', async () => {
    const path = join(folder, 'spoiled.html');
    const page = writeContactSheet(sheet, ko).replace('</main>', '<script>1</script></main>');
    await writeFile(path, page);
    const tab = await open(pathToFileURL(path).href);

    expect(tab.violations()).not.toEqual([]);
  }, 300_000);
});

it('is served under its token to this machine by its number only', async () => {
  const { url } = await serve();
  const status = async (address: string, init: RequestInit = {}) => (await fetch(address, init)).status;

  expect(await status(url)).toBe(200);
  expect(await status(new URL('/', url).href)).toBe(404);
  expect(await status(new URL('/wrong/', url).href)).toBe(404);
  expect(await status(url.replace('127.0.0.1', 'localhost'))).toBe(404);
  expect(await status(url, { method: 'POST' })).toBe(405);
  const film = sheet.assets.find(({ creative }) => creative.kind === 'video')?.creative.path ?? '';
  const part = await fetch(new URL(film, url), { headers: { range: 'bytes=4-7' } });
  expect([part.status, await part.text()]).toEqual([206, 'ftyp']);
  expect(part.headers.get('content-security-policy')).toContain("default-src 'none'");
});

it('says what is wrong with an asset', async () => {
  expect(await faults({})).toEqual([]);
  expect(await faults({}, 'none.png')).toEqual(['missing']);
  expect(await faults({ sha256: '0'.repeat(64), mostBytes: 1 })).toEqual(['changed', 'too-large']);
  expect(await faults({ text: '가'.repeat(3_000), dropped: ['𝄞'] })).toEqual(['too-long', 'dropped']);
});
