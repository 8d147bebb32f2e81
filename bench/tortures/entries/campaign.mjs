import { openClient } from '../../../packages/sdk/dist/client.js';
import { openSqliteStore } from '../../../packages/sdk/dist/store/sqlite/open-sqlite-store.js';
import { aSmallBrief } from '../../../packages/sdk/dist/testing/small-brief.js';

/** Within the period of every campaign of the torture, far from both ends. */
export const midst = Date.parse('2026-12-02T12:00:00+09:00');
export const closing = Date.parse('2026-12-04T00:00:00+09:00');

const firstCome = (stock) => ({
  entry: { mechanic: 'first_come', stock },
  prizes: [{ name: '아메리카노', valueKrw: 1_000, costKrw: 100, quantity: stock }],
  draw: undefined,
});

/** Makes a campaign, announces it in folders and opens it. `stock` makes it first-come. @returns its id and slug */
export async function openCampaign(folder, { stock } = {}) {
  const ktEvent = await openClient(
    { folder: `${folder}/data`, output: `${folder}/out`, now: () => new Date(midst) },
    openSqliteStore,
  );
  const brief = aSmallBrief({
    guards: { challenge: 'off' }, // what is judged here is the entry protocol, not who may come to it
    name: '고문',
    channels: ['instagram'],
    budgetKrw: 3_000_000,
    draw: { at: '2026-12-04T12:00:00+09:00', beacon: 'operator' },
    ...(stock && firstCome(stock)),
  });
  const { id, slug } = await ktEvent.create(brief);
  const { campaign } = await ktEvent.advance(id, { until: 'plan' });
  await ktEvent.approve(id, { contentHash: ktEvent.contentHash(campaign), by: 'torture' });
  const { campaign: opened } = await ktEvent.advance(id);
  await ktEvent.close();
  if (opened.state !== 'open') throw new Error(`the campaign is ${opened.state}`);
  return { id, slug };
}
