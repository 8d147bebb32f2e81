import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createKtEvent, type KtEvent } from '@kt-event/sdk';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createFakeContext } from '../testing/fake-context.js';

let folder: string;
let ktEvent: KtEvent;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-check-'));
  ktEvent = await createKtEvent({ folder, output: join(folder, 'out') });
});

afterAll(async () => {
  await ktEvent.close();
  await rm(folder, { recursive: true });
});

const good = `version: 1
name: 겨울 행사
store: { name: 카페 온도, industry: cafe, region: 서울 마포구, phone: 02-1234-5678 }
objective: new_customer
budgetKrw: 300000
period: { start: 2026-12-01, end: 2026-12-14 }
entry: { mechanic: lottery, winners: 10 }
channels: [instagram, kakao_channel]
draw: { at: 2026-12-15T12:00:00+09:00 }
`;
const wine = `${good}prizes:
  - { name: 와인 1병, valueKrw: 20000, quantity: 10 }
`;
const abroad = `${good}processors:
  - { name: Formy, task: 응모 보관, country: US }
`;
const waiver = (rule: string) =>
  `waivers:\n  - { rule: ${rule}, reason: 변호사와 함께 살펴보았습니다, by: 점장, on: 2026-11-20 }\n`;

async function checked(yaml: string, ...flags: string[]) {
  await writeFile(join(folder, 'campaign.yaml'), yaml);
  const context = createFakeContext(ktEvent, { cwd: folder });
  const thrown: unknown = await context
    .run('check', 'campaign.yaml', ...flags)
    .catch((error: unknown) => error);
  return { said: context.results[0] ?? '', exitCode: context.exitCodes[0] ?? 0, thrown };
}

describe('check', () => {
  it('finds nothing in a good campaign, and says what it did not look at', async () => {
    const { said, exitCode } = await checked(good);

    expect(exitCode).toBe(0);
    expect(said).toContain('고칠 곳이 없습니다');
    expect(said).toContain('사업자등록번호가 없어 확인하지 않았습니다');
  });

  it('says where in the file each finding is, in what law, and fails', async () => {
    const { said, exitCode } = await checked(wine);

    expect(exitCode).toBe(2);
    expect(said).toContain('(ALC-001 — campaign.yaml:11:5)');
    expect(said).toContain('국민건강증진법');
  });

  it('writes SARIF and JSON with the same places', async () => {
    const sarif = JSON.parse((await checked(wine, '--format', 'sarif')).said);
    const json = JSON.parse((await checked(wine, '--format', 'json')).said);
    const [alcohol] = json.findings;

    expect(sarif.runs[0].results[0].locations[0].physicalLocation.region).toEqual({
      startLine: alcohol.line,
      startColumn: alcohol.column,
    });
    expect(json).toMatchObject({ asOf: '2026-11-24', business: { status: 'not_asked' } });
  });

  it('lets a written reason pass, shows it, and fails again when warnings are not enough', async () => {
    const { said, exitCode } = await checked(abroad + waiver('PRIV-015'));

    expect(exitCode).toBe(0);
    expect(said).toContain('사유를 적고 진행: 변호사와 함께 살펴보았습니다 (점장, 2026-11-20)');
    expect((await checked(abroad)).exitCode).toBe(2);
    expect((await checked(abroad + waiver('PRIV-015'), '--fail-on', 'warn')).exitCode).toBe(2);
    expect((await checked(abroad, '--fail-on', 'never')).exitCode).toBe(0);
  });

  it.each(['ALC-001', 'ALC-999'])('refuses a reason for %s at its place in the file', async (rule) => {
    const { thrown } = await checked(wine + waiver(rule));

    expect(thrown).toMatchObject({
      code: 'USER_001',
      issues: [{ file: 'campaign.yaml', line: 13, column: 13, path: ['waivers', 0, 'rule'] }],
    });
  });

  it('applies the rules of the day it is given', async () => {
    const tags = '#1 #2 #3 #4 #5 #6';
    await writeFile(join(folder, 'post.txt'), `겨울 행사 12월 1일\n${tags}\n`);
    const judge = (asOf: string) => checked(good, '--text', 'instagram=post.txt', '--as-of', asOf);

    expect((await judge('2025-12-18')).said).toContain('(META-004 — post.txt:1:1)');
    expect((await judge('2025-12-17')).said).not.toContain('META-004');
  });

  it('says what to write when a file of words belongs to no channel of the campaign', async () => {
    expect((await checked(good, '--text', 'naver_blog=post.txt')).thrown).toMatchObject({ code: 'USER_001' });
    expect((await checked(good, '--text', 'instagram=nowhere.txt')).thrown).toMatchObject({
      code: 'USER_016',
    });
  });

  it('asks the tax service only where there is a key, and fails for a store that has closed down', async () => {
    const closed = {
      ...ktEvent,
      checkBusiness: async () => ({ businessNumber: '123-45-67891', status: 'closed', mode: 'live' }),
    } as KtEvent;
    await writeFile(join(folder, 'campaign.yaml'), good);
    const context = createFakeContext(closed, { cwd: folder });
    await context.run('check', 'campaign.yaml');

    expect(context.exitCodes).toEqual([2]);
    expect(context.results[0]).toContain('폐업한 번호');
  });
});
