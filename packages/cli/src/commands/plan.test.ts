import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuthError, createKtEvent, type KtEvent, type Plan } from '@kt-event/sdk';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createFakeContext } from '../testing/fake-context.js';
import { displayWidth } from '../views/display-width.js';

let folder: string;
let ktEvent: KtEvent;
const file = () => join(folder, 'campaign.yaml');

const campaign = `version: 1
name: 겨울 행사 # 이름
store: { name: 카페 온도, industry: cafe, region: 서울 마포구, phone: 02-1234-5678 }
objective: new_customer
budgetKrw: 300000
period: { start: 2026-12-01, end: 2026-12-14 }
entry: { mechanic: lottery, winners: 10 } # 열 분
channels: [instagram, kakao_channel]
draw: { at: 2026-12-15T12:00:00+09:00 }
`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-plan-'));
  ktEvent = await createKtEvent({ folder, output: join(folder, 'out') });
});
beforeEach(() => writeFile(file(), campaign));
afterAll(async () => {
  await ktEvent.close();
  await rm(folder, { recursive: true });
});

async function planned(...flags: string[]) {
  const context = createFakeContext(ktEvent, { cwd: folder });
  await context.run('plan', 'campaign.yaml', ...flags);
  return { plan: context.values[0] as Plan, said: context.results[0] ?? '', notes: context.notes };
}

const chosen = (plan: Plan) => plan.concepts.find(({ id }) => id === plan.chosen);

describe('plan', () => {
  it('shows three concepts side by side on a page', async () => {
    const { said } = await planned();
    const widest = Math.max(...said.split('\n').map(displayWidth));

    expect(said).toMatch(/안정형.* ▶ 균형형.* 도전형/);
    expect(widest).toBeLessThanOrEqual(80);
  });

  it('reckons and judges a changed value anew, and leaves the file alone', async () => {
    const { plan, notes } = await planned('--set', 'entry.winners=20', '--set', 'budgetKrw=600000');

    expect(chosen(plan)?.winners).toBe(20);
    expect(chosen(plan)?.prizes.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(20);
    expect(notes.join()).toContain('파일은 그대로입니다');
    expect(await readFile(file(), 'utf8')).toBe(campaign);
  });

  it('finds what a change breaks', async () => {
    const prizes = 'prizes=[{ name: 와인 1병, valueKrw: 9000, quantity: 10 }]';
    const { plan } = await planned('--set', prizes);

    expect(plan.findings.map(({ ruleId }) => ruleId)).toContain('ALC-001');
  });

  it('writes the chosen concept and its prizes, which can then be changed, and keeps every comment', async () => {
    const { plan } = await planned('--choose', 'bold', '--write');
    const text = await readFile(file(), 'utf8');
    const again = await planned();
    const changed = await planned('--set', 'prizes.0.costKrw=1000', '--write');

    expect(text).toContain('# 열 분');
    expect(text).toContain('concept: bold');
    expect(chosen(again.plan)).toMatchObject({ id: 'bold', cost: chosen(plan)?.cost });
    expect(chosen(changed.plan)?.cost.prizeKrw).toBeLessThan(chosen(plan)?.cost.prizeKrw ?? 0);
    expect(await readFile(file(), 'utf8')).toContain('# 열 분');
  });

  it('says what the tax service says of the store, or that nobody was asked', async () => {
    const asked = createFakeContext(
      {
        plan: (brief, options) => ktEvent.plan(brief, options),
        checkBusiness: async () => ({
          businessNumber: '123-45-67891',
          status: 'closed',
          mode: 'live',
          answeredAt: '2026-12-01T10:00:00+09:00',
        }),
      },
      { cwd: folder },
    );
    await asked.run('plan', 'campaign.yaml');

    expect(asked.results[0]).toMatch(/국세청: 폐업한 번호입니다\.\s+\(2026-12-01/);
    expect(asked.values[0]).toMatchObject({ business: { status: 'closed' } });
    expect((await planned()).said).toContain('사업자등록번호가 없어');
    expect((await planned('--offline')).plan).not.toHaveProperty('business');
  });

  it('plans on when the key is refused, and says so', async () => {
    const context = createFakeContext(
      {
        plan: (brief, options) => ktEvent.plan(brief, options),
        checkBusiness: async () => {
          throw new AuthError('AUTH_002', { provider: 'nts', status: 401 });
        },
      },
      { cwd: folder },
    );
    await context.run('plan', 'campaign.yaml');

    expect(context.notes.join()).toContain('국세청 조회 키');
    expect(context.values[0]).toMatchObject({ business: { status: 'unverified' } });
  });

  it('says which concept it would take and why, in words and in JSON', async () => {
    const { plan, said } = await planned();
    const best = Math.max(...plan.concepts.map(({ worthKrw = 0 }) => worthKrw));

    expect(plan.concepts.find(({ id }) => id === plan.recommended?.id)?.worthKrw).toBe(best);
    expect(said).toMatch(/★ 추천: (안정|균형|도전)형\. 처음 오는 분이/);
    expect(said).toMatch(/첫 구매로 +비용/);
  });

  it('draws between concepts that are worth nearly the same, and writes down what it drew', async () => {
    const { plan, notes } = await planned('--explore', '--write');
    const text = await readFile(file(), 'utf8');
    const { plan: again } = await planned('--set', 'budgetKrw=400000');

    expect(plan.chosen).toBe(plan.recommended?.id);
    expect(plan.recommended?.near).toContain(plan.chosen);
    expect(text).toContain(`concept: ${plan.chosen}`);
    expect(again.chosen).toBe(plan.chosen);
    expect(notes.join()).toContain('저장했습니다');
  });

  it('refuses to draw and to choose at once', async () => {
    const context = createFakeContext(ktEvent, { cwd: folder });

    await expect(context.run('plan', 'campaign.yaml', '--explore', '--choose', 'bold')).rejects.toThrow();
  });

  it('explains each figure with formula, inputs, source and date', async () => {
    const { said } = await planned('--explain');

    expect(said).toContain('균형형 본전이 되는 추가 매출');
    expect(said).toContain('계산: 총비용 × 100 ÷ 100원 팔아 남는 돈, 올림');
    expect(said).toMatch(/출처: 업종 카페 경험값.*\(2026-11-20\)/s);
  });

  it('says where a value does not fit, and writes nothing', async () => {
    const context = createFakeContext(ktEvent, { cwd: folder });
    const thrown: unknown = await context
      .run('plan', 'campaign.yaml', '--set', 'budgetKrw=1000', '--write')
      .catch((error: unknown) => error);

    expect(thrown).toMatchObject({
      code: 'USER_001',
      issues: [{ line: 5, column: 12, path: ['budgetKrw'] }],
    });
    expect(await readFile(file(), 'utf8')).toBe(campaign);
  });
});
