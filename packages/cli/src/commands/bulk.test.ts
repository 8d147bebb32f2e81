import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKtEvent, type KtEvent } from '@kt-event/sdk';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BulkOutcome } from '../bulk/bulk-result.js';
import { createFakeContext } from '../testing/fake-context.js';

let folder: string;
let ktEvent: KtEvent;

const template = `# 틀
version: 1
name: 겨울 행사
store: { name: 본점, industry: cafe, region: 서울 마포구, phone: 02-1234-5678 }
objective: new_customer
budgetKrw: 300000 # 가진 돈
period: { start: 2026-12-01, end: 2026-12-14 }
entry: { mechanic: lottery, winners: 10 } # 열 분
channels: [instagram, kakao_channel]
draw: { at: 2026-12-15T12:00:00+09:00 }
`;
const good =
  '매장번호,매장,업종,지역,전화,예산\nmapo,온도 마포,카페,서울 마포구,02-111-2222,"400,000원"\nhaeundae,온도 해운대,빵집,부산 해운대구,051-111-2222,\n';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-bulk-'));
  ktEvent = await createKtEvent({
    folder,
    output: join(folder, 'out'),
    now: () => new Date('2026-11-24T01:00:00Z'),
  });
  await writeFile(join(folder, 'template.yaml'), template);
});
afterEach(async () => {
  await ktEvent.close();
  await rm(folder, { recursive: true });
});

async function bulk(csv: string | Uint8Array, ...flags: string[]) {
  await writeFile(join(folder, 'stores.csv'), csv);
  const context = createFakeContext(ktEvent, { cwd: folder, folder });
  const thrown: unknown = await context
    .run('bulk', 'template.yaml', 'stores.csv', '--out', 'plans', ...flags)
    .catch((error: unknown) => error);
  const { rows = [] } = (context.values[0] ?? {}) as { rows?: BulkOutcome[] };
  return { rows, said: context.results[0] ?? '', exitCode: context.exitCodes[0] ?? 0, thrown };
}

async function bytesOf(name: string): Promise<Record<string, string>> {
  const names = (await readdir(join(folder, name))).toSorted();
  const files = await Promise.all(
    names.map(async (one) => [one, await readFile(join(folder, name, one), 'utf8')]),
  );
  return Object.fromEntries(files);
}

describe('bulk', () => {
  it('lays each row over the template, and an empty cell leaves what it says', async () => {
    const { rows, exitCode } = await bulk(good);
    const { 'mapo.yaml': mapo = '', 'haeundae.yaml': haeundae = '' } = await bytesOf('plans');

    expect(exitCode).toBe(0);
    expect(rows.map(({ id, state }) => [id, state])).toEqual([
      ['mapo', 'planned'],
      ['haeundae', 'planned'],
    ]);
    expect(mapo).toContain('# 열 분');
    expect(mapo).toContain('# 가진 돈');
    expect(mapo).toContain('budgetKrw: 400000');
    expect(haeundae).toContain('industry: bakery');
    expect(haeundae).toContain('budgetKrw: 300000');
  });

  it('gives the same bytes again, and writes none of them', async () => {
    await bulk(good);
    const before = await bytesOf('plans');
    const { mtimeMs } = await stat(join(folder, 'plans', 'result.csv'));
    const { rows } = await bulk(good, '--jobs', '3');

    expect(rows.map(({ state }) => state)).toEqual(['unchanged', 'unchanged']);
    expect(await bytesOf('plans')).toEqual(before);
    expect((await stat(join(folder, 'plans', 'result.csv'))).mtimeMs).toBe(mtimeMs);
  });

  it('goes on where it was interrupted', async () => {
    await bulk(good);
    const whole = await bytesOf('plans');
    await rm(join(folder, 'plans', 'haeundae.plan.json'));
    await writeFile(join(folder, 'plans', 'mapo.yaml'), 'half a f');
    const { rows } = await bulk(good);

    expect(rows.map(({ state }) => state)).toEqual(['planned', 'planned']);
    expect(await bytesOf('plans')).toEqual(whole);
  });

  it('lets a bad row fail alone, at its cell, with what to write instead', async () => {
    const bad = `${good}jeju,온도 제주,까페,제주시,064-111-2222,많이\nmapo,둘째,카페,서울,02-111-2222,\n`;
    const { rows, said, exitCode } = await bulk(bad);
    const [, , jeju, twice] = rows;

    expect(exitCode).toBe(2);
    expect(rows.map(({ state }) => state)).toEqual(['planned', 'planned', 'failed', 'failed']);
    expect(jeju?.issues.map(({ file, line, column, path }) => [file, line, column, path.join('.')])).toEqual([
      ['stores.csv', 4, 12, 'store.industry'],
      ['stores.csv', 4, 32, 'budgetKrw'],
    ]);
    expect(twice?.issues[0]).toMatchObject({ line: 5, column: 1, path: ['id'] });
    expect(said).toContain('쉼표와 단위 없이 숫자만 쓰세요');
  });

  it('stops at the first bad row when asked to', async () => {
    const { rows, exitCode } = await bulk(`매장번호,예산\na,많이\nb,\n`, '--fail-fast', '--jobs', '1');

    expect([rows.map(({ state }) => state), exitCode]).toEqual([['failed', 'skipped'], 2]);
  });

  it('shows what the template lacks in the template', async () => {
    await writeFile(join(folder, 'template.yaml'), template.replace('version: 1\n', ''));
    const { rows } = await bulk('매장번호,예산\na,300000\n');

    expect(rows[0]?.issues[0]).toMatchObject({ file: 'template.yaml', path: ['version'] });
  });

  it('points a budget that no plan fits at its cell', async () => {
    const { rows } = await bulk('매장번호,예산\na,1000\n');

    expect(rows[0]).toMatchObject({ state: 'failed', issues: [{ file: 'stores.csv', line: 2, column: 3 }] });
  });

  it('reads what Excel saves: a byte order mark, or CP949', async () => {
    const cp949 = Uint8Array.from([
      0xb8,
      0xc5,
      0xc0,
      0xe5,
      0xb9,
      0xf8,
      0xc8,
      0xa3,
      0x2c,
      0xb8,
      0xc5,
      0xc0,
      0xe5,
      0x0a,
      0x61,
      0x2c,
      0xc4,
      0xab,
      0xc6,
      0xe4,
      0x0a, // 매장번호,매장 / a,카페
    ]);

    expect((await bulk(`\uFEFF${good}`)).rows.map(({ state }) => state)).toEqual(['planned', 'planned']);
    expect((await bulk(cp949)).rows[0]).toMatchObject({ id: 'a', store: '카페', state: 'planned' });
  });

  it.each([
    ['매장번호,예싼\na,1\n', 1, 6],
    ['매장,예산\n카페,1\n', 1, 1],
    ['매장번호,매장\na,\uFFFD\n', 2, 3],
  ])('refuses a table that it cannot trust: %j', async (csv, line, column) => {
    expect((await bulk(csv)).thrown).toMatchObject({
      code: 'USER_001',
      issues: [{ file: 'stores.csv', line, column }],
    });
  });

  it('writes and begins nothing in a dry run', async () => {
    const { rows, said } = await bulk(good, '--dry-run', '--run');

    expect(rows.map(({ state }) => state)).toEqual(['planned', 'planned']);
    expect(said).toContain('아무것도 보내거나 저장하지 않았습니다');
    expect(await readdir(folder)).not.toContain('plans');
    expect(await ktEvent.list()).toEqual([]);
  });

  it('begins each campaign once, however often it is run, and stops before the approval', async () => {
    const first = await bulk(good, '--run');
    const second = await bulk(good, '--run');

    expect(first.rows.map(({ state, campaignState }) => [state, campaignState])).toEqual([
      ['started', 'planned'],
      ['started', 'planned'],
    ]);
    expect(second.rows.map(({ campaignId }) => campaignId)).toEqual(
      first.rows.map(({ campaignId }) => campaignId),
    );
    expect(await ktEvent.list()).toHaveLength(2);
  });

  it('refuses a row that says something else than the campaign it has made', async () => {
    await bulk(good, '--run');
    const { rows } = await bulk(good.replace('400,000', '500,000'), '--run');

    expect(rows.map(({ state, code }) => [state, code])).toEqual([
      ['failed', 'USER_008'],
      ['started', undefined],
    ]);
  });
});
