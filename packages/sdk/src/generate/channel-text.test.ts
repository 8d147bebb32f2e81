import { expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { plan as makePlan } from '../plan/plan.js';
import { checkRules } from '../rules/check-rules.js';
import { type FactsInput, toFacts } from '../rules/to-facts.js';
import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import { type Copy, chosenConcept, type Plan } from '../schema/plan.js';
import { type Channel, channelSchema } from '../schema/primitives.js';
import { aCreative } from '../testing/channel-fixtures.js';
import { aBrief, aConcept, aPlan } from '../testing/fixtures.js';
import { channelLimits } from './channel-limits.js';
import { createChannelText } from './channel-text.js';

const knowledge = await openKnowledge();
const link = 'https://e.example/e/abcd1234?from=x';

function planWith(copies: readonly Copy[]): Plan {
  const concept = aConcept({ copies: [...copies] });
  return aPlan({ concepts: [concept, concept, concept] });
}

const bare = (channel: Channel): Copy => ({
  channel,
  title: '라떼 한 잔의 행운',
  body: '따뜻한 라떼를 드려요.',
  hashtags: ['하나', '둘', '셋', '넷', '다섯', '여섯'],
});

const textOf = (channel: Channel, copy: Partial<Copy> = {}, brief: Brief = aBrief()) =>
  createChannelText(channel, { brief, plan: planWith([{ ...bare(channel), ...copy }]), link });

function findingsOf(brief: Brief, plan: Plan): string[] {
  const creatives: Creative[] = brief.channels.map((channel) => {
    const { text, hashtags } = createChannelText(channel, { brief, plan, link });
    return aCreative({ kind: 'text', channel, text, hashtags: [...hashtags] });
  });
  const input: FactsInput = { brief, concept: chosenConcept(plan), schedule: plan.schedule, creatives };
  const phases = ['plan', 'creative'] as const;
  return phases
    .flatMap((phase) => checkRules(toFacts(input), { phase, asOf: '2026-12-01', knowledge }))
    .filter(
      ({ ruleId, severity }) => severity !== 'info' && /^(ADV|META|FTC|AI|TAX-001|FAIR-002)/.test(ruleId),
    )
    .map(({ ruleId, path }) => `${ruleId} ${path}`);
}

it('adds to a bare copy everything the rules ask of a published text', () => {
  const brief = aBrief({ channels: channelSchema.options });
  const prizes = [{ id: 'tv', name: '텔레비전', quantity: 10, valueKrw: 900_000, costKrw: 800_000 }];
  const concept = aConcept({ prizes, copies: brief.channels.map(bare) });

  expect(findingsOf(brief, aPlan({ concepts: [concept, concept, concept] }))).toEqual([]);
});

it('adds little but the address to a copy that says it all', () => {
  const channels = channelSchema.options;
  const brief = aBrief({ channels, budgetKrw: 3_000_000 });
  const plan = makePlan({ brief, today: '2026-11-20', insights: [], rehearsal: true }, { knowledge });
  const texts = channels.map((channel) => createChannelText(channel, { brief, plan, link }).text);

  expect(findingsOf(brief, plan)).toEqual([]);
  for (const text of texts) {
    for (const said of ['(광고)', '수신거부', '관련이 없', '만 14세', '동등', '파기'])
      expect(text.split(said).length - 1, `${said} in ${text}`).toBeLessThanOrEqual(1);
  }
});

it('says nothing twice that the copy says already', () => {
  const body =
    '12월 1일부터 12/14까지, 라떼 10명 추첨! 12월 15일 추첨, 12월 22일까지 수령. 만 14세 이상 1인 1회.';
  const { text } = textOf('instagram', { body });

  expect(text.match(/라떼/g)).toHaveLength(1);
  expect(text).not.toContain('기간:');
  expect(text.match(/14세/g)).toHaveLength(1);
});

it('opens a Kakao message with the mark of advertising and ends it with the way out', () => {
  const { text } = textOf('kakao_channel', { body: '(광고) 라떼 드려요\n무료수신거부 080-000-0000' });

  expect(text.startsWith('(광고)[온기커피] ')).toBe(true);
  expect(text.match(/\(광고\)/g)).toHaveLength(1);
  expect(text.split('\n').at(-1)).toContain('무료수신거부');
  expect(text.match(/수신거부/g)).toHaveLength(1);
});

it.each(channelSchema.options)('keeps %s within its limits and cuts the copy, never the terms', (channel) => {
  const short = textOf(channel);
  const { text, hashtags } = textOf(channel, { body: '가😀'.repeat(6_000) });
  const last = (whole: string) => whole.split('\n').at(-1);

  expect(text.length).toBeLessThanOrEqual(channelLimits[channel].text);
  expect(hashtags.length).toBeLessThanOrEqual(channelLimits[channel].hashtags);
  expect(last(text)).toBe(last(short.text));
  expect(text).not.toMatch(/\p{Surrogate}/u);
});

it('says when a model helped with the words', () => {
  const plan = { ...planWith([bare('instagram')]), madeBy: ['knowledge-base', 'claude'] };

  expect(createChannelText('instagram', { brief: aBrief(), plan, link }).text).toContain('AI가 도운');
  expect(textOf('instagram').text).not.toContain('AI');
});

it('speaks no address on the telephone', () => {
  expect(textOf('ringo_biz').text).not.toContain('http');
});
