import { describe, expect, it } from 'vitest';
import { type Insight, ideaSchema } from '../schema/insight.js';
import { anInsight } from '../testing/fixtures.js';
import { aBrief } from './__fixtures__/a-brief.js';
import { openKnowledge } from './knowledge.js';
import { nextIdeas } from './next-ideas.js';

const knowledge = await openKnowledge();
const ideasOn = (today: string, insights: readonly Insight[] = []) =>
  nextIdeas({ brief: aBrief(), today, insights }, knowledge);

const seen = (rate: 'entry' | 'weekday', of: string, successes: number, trials: number) =>
  ({ rate, of, successes, trials, trialsAre: 'estimated' }) as const;

describe('ideas for the next event', () => {
  it('are for the seasons that come next, the nearest first, across New Year', () => {
    const ideas = ideasOn('2026-11-28');

    expect(ideas.map(({ season, start }) => [season, start])).toEqual([
      ['christmas', '2026-12-01'],
      ['year_end', '2026-12-10'],
      ['new_year', '2026-12-26'],
    ]);
    expect(ideas.every((idea) => ideaSchema.safeParse(idea).success)).toBe(true);
  });

  it('leave out what has begun, and say when to begin preparing', () => {
    const [first] = ideasOn('2027-01-12');

    expect(first).toMatchObject({ season: 'seollal', start: '2027-01-24', prepareFrom: '2027-01-03' });
    expect(first?.text).toContain('지금부터 준비해');
    expect(ideasOn('2026-12-27').map(({ season }) => season)).not.toContain('new_year');
  });

  it('propose what the store has seen most of, and say how many of how many', () => {
    const qr = anInsight({ rates: [seen('entry', 'qr_form', 500, 1_000)] });
    const [before] = ideasOn('2026-11-28');
    const [after] = ideasOn('2026-11-28', [qr]);

    expect(before).toMatchObject({
      methodId: 'visit_code',
      basis: expect.stringContaining('아직 해 보지 않아'),
    });
    expect(after).toMatchObject({
      methodId: 'qr_form',
      basis: expect.stringContaining('추산 1,000명 중 500명이 참여했고'),
    });
  });

  it('name the day of the week that stood out, once there are enough entries', () => {
    const week = (sat: number) =>
      anInsight({ rates: [seen('weekday', 'sat', sat, 100), seen('weekday', 'mon', 10, 100)] });

    expect(ideasOn('2026-11-28', [week(40)])[0]?.basis).toContain('응모 50명 중 토요일이 40명');
    expect(ideasOn('2026-11-28', [week(12)])[0]?.basis).not.toContain('토요일');
  });

  it('would be seen to sleep through the winter if a year ended with its last day', () => {
    expect(ideasOn('2026-12-28').map(({ season }) => season)).toContain('seollal');
  });
});
