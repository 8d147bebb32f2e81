import { expect, it } from 'vitest';
import { openKnowledge } from './knowledge.js';
import { seasonOf } from './season.js';

const knowledge = await openKnowledge();
const season = (start: string, end: string, today: string, region = '서울 마포구') =>
  seasonOf({ period: { start, end }, store: { region } }, today, knowledge)?.id;

it.each([
  ['2026-12-01', '2026-12-14', '2026-11-20', 'christmas'],
  ['2026-12-28', '2027-01-08', '2026-12-20', 'new_year'],
  ['2027-01-02', '2027-01-08', '2026-12-20', 'new_year'],
  ['2027-01-27', '2027-02-06', '2027-01-15', 'seollal'],
  ['2026-09-15', '2026-09-25', '2026-09-01', 'chuseok'],
  ['2026-06-10', '2026-06-15', '2026-06-01', undefined],
])('puts %s to %s, planned on %s, into %s', (start, end, today, id) => {
  expect(season(start, end, today)).toBe(id);
});

it('does not name a season that is still too far to prepare for', () => {
  expect(season('2026-12-01', '2026-12-14', '2026-10-01')).not.toBe('christmas');
});

it('lets the cherries blossom in the south first', () => {
  const weekend = ['2027-03-26', '2027-03-28', '2027-03-20'] as const;

  expect(season(...weekend, '부산 해운대구')).toBe('cherry_blossom');
  expect(season(...weekend, '서울 마포구')).not.toBe('cherry_blossom');
});
