import { expect, it } from 'vitest';
import { aCampaign } from '../testing/fixtures.js';
import { proveVisit } from './prove-visit.js';

const ktEvent = { visitCode: async () => '123456' };

const withEntry = (over: object) => {
  const campaign = aCampaign();
  const entry = { mechanic: 'lottery' as const, winners: 3, visitBonus: 2, ...over };
  return { ...campaign, brief: { ...campaign.brief, entry } };
};

it('shows the code of the screen where codes count', async () => {
  const prove = await proveVisit(ktEvent, withEntry({ visitProof: 'either' }));

  expect([prove(0), prove(1)]).toEqual([{ visitCode: '123456' }, { visitCode: '123456' }]);
});

it('shows a receipt of their own, of the pattern of the till, where receipts count', async () => {
  const prove = await proveVisit(ktEvent, withEntry({ visitProof: 'receipt', receiptPattern: '20##-@###' }));

  expect([7, 45_678].map((no) => prove(no)['receiptNo'])).toEqual(['2000-A007', '2045-A678']);
});
