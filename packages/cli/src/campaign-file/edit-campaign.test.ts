import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { editCampaign, parseEdit } from './edit-campaign.js';
import { exampleCampaign } from './example-campaign.js';
import { parseCampaign } from './parse-campaign.js';

const text = exampleCampaign({ today: '2026-11-24' });
const brief = parseCampaign(text, 'campaign.yaml');

describe('editCampaign', () => {
  it('puts in one value and leaves every other letter', () => {
    const edited = editCampaign(text, [parseEdit('budgetKrw=450000')]);

    expect(edited).toBe(text.replace('budgetKrw: 300000', 'budgetKrw: 450000'));
    expect(parseCampaign(edited, 'campaign.yaml').budgetKrw).toBe(450_000);
  });

  it('reaches into lists and braces, and adds what is missing', () => {
    const prizes = [{ name: '머그컵', valueKrw: 9_000, quantity: 10 }];
    const added = editCampaign(text, [{ path: 'prizes', value: prizes }]);
    const fewer = editCampaign(added, [parseEdit('entry.winners=8'), parseEdit('prizes.0.name=컵: 큰 것')]);

    expect(added.startsWith(text)).toBe(true);
    expect(parseCampaign(fewer, 'campaign.yaml')).toMatchObject({
      entry: { winners: 8 },
      prizes: [{ name: '컵: 큰 것', quantity: 10 }],
    });
  });

  it('keeps the comments when it has to add within a map', () => {
    const edited = editCampaign(text, [
      parseEdit('own.weeklyVisits=700'),
      parseEdit('entry.visitCode=daily'),
    ]);

    expect(edited).toContain('# 응모 시작일');
    expect(parseCampaign(edited, 'campaign.yaml')).toMatchObject({
      own: { weeklyVisits: 700 },
      entry: { visitCode: 'daily' },
    });
  });

  test.prop([fc.integer({ min: 1, max: 1_000 }), fc.string({ minLength: 1, maxLength: 40 })])(
    'loses nothing else, whatever is put in',
    (winners, name) => {
      const edits = [
        { path: 'entry.winners', value: winners },
        { path: 'name', value: name },
      ];
      const edited = editCampaign(text, edits);

      expect(edited.split('\n').filter((line) => line.includes('#')).length).toBeGreaterThanOrEqual(20);
      if (name.trim() === '') return;
      expect(parseCampaign(edited, 'campaign.yaml')).toEqual({
        ...brief,
        name: name.trim(),
        entry: { ...brief.entry, winners },
      });
    },
  );

  it.each(['budgetKrw', '=1', 'a b=1'])('asks for key=value instead of %j', (written) => {
    expect(() => parseEdit(written)).toThrowError(expect.objectContaining({ code: 'USER_001' }));
  });
});
