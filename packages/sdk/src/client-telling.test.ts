import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openClient } from './client.js';
import { composeStore } from './compose-store.js';
import type { KtEvent } from './kt-event.js';
import { aBrief } from './plan/__fixtures__/a-brief.js';
import type { Campaign } from './schema/campaign.js';
import type { Store } from './store/store.js';
import { aCampaign, aReport } from './testing/fixtures.js';

let folder: string;
let ktEvent: KtEvent;
let store: Store;
let settled: Campaign;
const now = () => new Date('2026-12-20T00:00:00Z');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kt-event-telling-'));
  ktEvent = await openClient({ folder, output: join(folder, 'out'), now }, async (options) => {
    store = await composeStore(options);
    return store;
  });
  const plan = await ktEvent.plan(aBrief(), { offline: true });
  settled = aCampaign({ state: 'settled', brief: aBrief(), plan });
  await store.campaigns.add(settled);
});
beforeEach(() => store.outcomes.saveReport(aReport({ campaignId: settled.id })));
afterAll(async () => {
  await ktEvent.close();
  await rm(folder, { recursive: true });
});

describe('tellNewCustomers', () => {
  it('goes into the report, the lessons and the next plan', async () => {
    const { accepted } = aReport().entries;
    const insight = await ktEvent.tellNewCustomers(settled.id, accepted);
    const plan = await ktEvent.plan(aBrief(), { offline: true });

    expect((await ktEvent.status(settled.id)).report?.newCustomers).toBe(accepted);
    expect(insight?.lessons.join()).toContain(`${accepted}명이 처음 온 손님이었습니다`);
    expect(insight?.ideas[0]?.season).toBe('new_year');
    expect(plan.insights.join()).toContain('처음 온 손님의 비율');
    expect(plan.figures.find(({ name }) => name === '처음 온 손님 비율')?.value).toBeGreaterThan(35);
  });

  it('replaces what was told before', async () => {
    await ktEvent.tellNewCustomers(settled.id, 5);
    const insight = await ktEvent.tellNewCustomers(settled.id, 2);

    expect(insight?.rates.filter(({ rate }) => rate === 'new_customer')).toMatchObject([{ successes: 2 }]);
  });

  it('takes no more than took part, and nothing before there is a report', async () => {
    const { accepted } = aReport().entries;
    const open = aCampaign({ id: 'cmp-opencampaign', slug: 'open01' });
    await store.campaigns.add(open);

    await expect(ktEvent.tellNewCustomers(settled.id, accepted + 1)).rejects.toMatchObject({
      code: 'USER_001',
    });
    await expect(ktEvent.tellNewCustomers(open.id, 1)).rejects.toMatchObject({ code: 'USER_008' });
    expect((await ktEvent.status(settled.id)).report).not.toHaveProperty('newCustomers');
  });
});
