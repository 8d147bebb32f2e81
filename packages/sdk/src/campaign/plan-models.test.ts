import type { Fault, ProviderName } from '@kt-event/sandbox';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Effect } from '../runs/journal.js';
import type { Plan } from '../schema/plan.js';
import { type CampaignWorld, type LifeOptions, openCampaignWorld } from '../testing/campaign-world.js';
import type { Death } from '../testing/dying-store.js';
import { createForgetfulStore } from '../testing/forgetful-store.js';
import { aSmallBrief } from '../testing/small-brief.js';

const models: readonly ProviderName[] = ['anthropic', 'openai'];
const brief = aSmallBrief({ channels: ['instagram'] });

describe('a campaign that is planned with two models', () => {
  let world: CampaignWorld;
  beforeEach(async () => {
    world = await openCampaignWorld();
  });
  afterEach(() => world.close());

  const calls = () => models.map((name) => world.sandbox.requests(name).length);
  const strike = (provider: ProviderName, fault: Fault) =>
    world.sandbox.addFault({ provider, fault, times: 50 });

  /** One life up to the plan. A process that dies leaves it to the next one. */
  async function planIn(options: LifeOptions = {}): Promise<{ plan?: Plan | undefined; effects: Effect[] }> {
    const life = await world.live(options);
    try {
      const [known] = await life.ktEvent.list();
      const { id } = known ?? (await life.ktEvent.create(brief));
      const { campaign, effects } = await life.ktEvent.advance(id, { until: 'plan' });
      return { plan: campaign.plan, effects: [...effects] };
    } catch (error) {
      if (options.death) return { effects: [] };
      throw error;
    } finally {
      await life.end();
    }
  }

  const asked = ({ models = [] }: Plan) => models.map(({ part, state, code }) => [part, state, code]);

  it('asks each of them once, and keeps what it cost', async () => {
    const { plan, effects } = await planIn();
    await planIn();

    expect(plan?.madeBy).toEqual(['knowledge-base', 'claude-haiku-5-5', 'gpt-6-luna']);
    expect(plan?.mode).toBe('sandbox');
    expect(calls()).toEqual([1, 1]);
    expect(effects.map(({ key, state }) => [key, state]).sort()).toEqual([
      ['plan/copy', 'acked'],
      ['plan/proposal', 'acked'],
    ]);
    const settledKrw = effects.reduce((sum, effect) => sum + effect.settledKrw, 0);
    expect(plan?.concepts.map(({ cost }) => cost.aiKrw)).toEqual([settledKrw, settledKrw, settledKrw]);
    expect(settledKrw).toBeGreaterThan(0);
    expect(plan?.figures.filter(({ name }) => name.startsWith('AI'))).toHaveLength(2);
  });

  it.each<[string, Fault, string]>([
    ['loses its answers', { kind: 'accept_then_drop' }, 'PROVIDER_006'],
    ['has no money left', { kind: 'quota' }, 'PROVIDER_001'],
    ['answers with a page', { kind: 'html_200' }, 'PROVIDER_004'],
    ['has withdrawn the key', { kind: 'status', code: 401 }, 'AUTH_002'],
  ])('goes on with the other when one %s, and says so', async (_, fault, code) => {
    strike('anthropic', fault);

    const { plan, effects } = await planIn();

    expect(plan && asked(plan)).toEqual([
      ['proposal', 'failed', code],
      ['copy', 'used', undefined],
    ]);
    expect(effects.some(({ state }) => state === 'parked')).toBe(false);
    expect(plan?.madeBy).toEqual(['knowledge-base', 'gpt-6-luna']);
  });

  it('pays for answers that were lost, and does not ask for them again', async () => {
    strike('openai', { kind: 'accept_then_drop' });
    const { plan, effects } = await planIn();
    const before = calls();
    world.sandbox.clearFaults();
    await planIn();

    const lost = effects.find(({ key }) => key === 'plan/copy');
    expect(lost).toMatchObject({ state: 'acked' });
    expect(lost?.settledKrw).toBe(plan?.models?.find(({ part }) => part === 'copy')?.costKrw);
    expect(lost?.settledKrw).toBeGreaterThan(1);
    expect(calls()).toEqual(before);
  });

  it('is planned from the knowledge base alone when both are gone', async () => {
    for (const name of models) strike(name, { kind: 'status', code: 529 });

    const { plan } = await planIn();

    expect(plan?.madeBy).toEqual(['knowledge-base']);
    expect(plan?.mode).toBe('local');
    expect(plan && asked(plan).map(([, state]) => state)).toEqual(['failed', 'failed']);
  });

  /** What is wrong after a process died at each write of the plan and another took over. */
  async function faultsOf(spoil?: LifeOptions['spoil']): Promise<string[]> {
    const clean = await world.live();
    const { id } = await clean.ktEvent.create(brief);
    await clean.ktEvent.advance(id, { until: 'plan' });
    await clean.end();
    const deaths = clean.writes.flatMap((_, index): Death[] => [
      { write: index + 1, when: 'before' },
      { write: index + 1, when: 'after' },
    ]);
    const faults: string[] = [];
    for (const death of deaths) {
      await world.rewind();
      await planIn({ death, spoil });
      const { plan } = await planIn({ spoil });
      const counts = calls();
      if (!plan || counts.some((count) => count > 1)) faults.push(`${JSON.stringify(death)}: ${counts}`);
    }
    return faults;
  }

  it('pays for no answer twice, wherever the process dies', async () => {
    expect(await faultsOf()).toEqual([]);
  });

  it('would be caught paying twice by a ledger that forgets', async () => {
    expect((await faultsOf(createForgetfulStore)).length).toBeGreaterThan(0);
  });
});
