import { fc, it as property } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { exampleCampaign } from './example-campaign.js';
import { parseCampaign } from './parse-campaign.js';

it('is a good campaign that starts in a week', () => {
  const brief = parseCampaign(exampleCampaign({ today: '2026-11-20' }), 'c.yaml');

  expect(brief).toMatchObject({
    period: { start: '2026-11-27', end: '2026-12-10' },
    draw: { at: '2026-12-11T12:00:00+09:00' },
    store: { phone: '02-1234-5678' },
  });
});

const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).filter((text) => {
  const { length } = text.trim();
  return length > 0 && text.length <= 40;
});

property.prop([name, fc.constantFrom('0212345678', '02-1234-5678', '010-1234-5678')])(
  'keeps what was answered, whatever its letters',
  (store, phone) => {
    const brief = parseCampaign(exampleCampaign({ store, phone, today: '2026-11-20' }), 'c.yaml');

    expect(brief.store.name).toBe(store.trim());
    expect(brief.store.phone).toBe(phone);
  },
);
