import type { Insight } from '@kt-event/sdk';

/** Valid by default; a test shows only what matters to it. */
export function anInsight(over: Partial<Insight> = {}): Insight {
  return {
    id: 'cmp-abcdefghijkl',
    storeKey: '카페 온도@서울 마포구',
    shared: false,
    campaignId: 'cmp-abcdefghijkl',
    mode: 'live',
    rehearsal: false,
    at: '2027-01-02T10:00:00+09:00',
    objective: 'new_customer',
    methodId: 'qr_form',
    expectedEntries: 200,
    actualEntries: 212,
    visitors: 90,
    channels: ['instagram'],
    rates: [],
    sentence: '응모 212명(예상 200명).',
    lessons: [],
    advice: [],
    ideas: [],
    ...over,
  };
}
