import { expect, it } from 'vitest';
import { aFinding } from '../testing/fixtures.js';
import { parseCampaign } from './parse-campaign.js';
import { placeFindings } from './place-findings.js';

const text = `version: 1
name: 겨울 행사
store: { name: 카페 온도, industry: cafe, region: 서울 마포구, phone: 02-1234-5678 }
objective: new_customer
budgetKrw: 300000
period: { start: 2026-12-01, end: 2026-12-14 }
entry:
  mechanic: lottery
  winners: 10
  visitBonus: 2
prizes:
  - { name: 머그컵, valueKrw: 9000, quantity: 9 }
  - { name: 와인 1병, valueKrw: 30000, quantity: 1 }
channels: [naver_blog, instagram]
draw: { at: 2026-12-15T12:00:00+09:00 }
`;
const brief = parseCampaign(text, 'campaign.yaml');
const placeOf = (path?: string, textFiles = {}) => {
  const { path: _, ...finding } = aFinding();
  const findings = [{ ...finding, ...(path && { path }) }];
  const [placed] = placeFindings(findings, { text, file: 'campaign.yaml', brief, textFiles });
  return `${placed?.file}:${placed?.line}:${placed?.column}`;
};

it.each([
  ['prizes.1', 'campaign.yaml:13:5'],
  ['prizes', 'campaign.yaml:12:3'],
  ['copies.instagram', 'campaign.yaml:14:24'],
  ['creatives.print', 'campaign.yaml:14:11'],
  ['entry.visitBonus', 'campaign.yaml:10:15'],
  ['entry.reserves', 'campaign.yaml:8:3'],
  ['schedule.claimUntil', 'campaign.yaml:15:13'],
  ['form.fields', 'campaign.yaml:8:3'],
  ['draw', 'campaign.yaml:15:7'],
  [undefined, 'campaign.yaml:1:1'],
])('finds what %s is about', (path, place) => {
  expect(placeOf(path)).toBe(place);
});

it('points into the file of one’s own words', () => {
  expect(placeOf('copies.instagram', { instagram: 'post.txt' })).toBe('post.txt:1:1');
  expect(placeOf('copies.naver_blog', { instagram: 'post.txt' })).toBe('campaign.yaml:14:12');
});
