import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { type Phase, phaseSchema } from '../schema/finding.js';
import { aFacts, aForm, aNotice, anAd, aText } from './__fixtures__/a-facts.js';
import { brokenFacts } from './__fixtures__/broken-facts.js';
import { keptFacts } from './__fixtures__/kept-facts.js';
import { allRules } from './all-rules.js';
import { checkRules } from './check-rules.js';
import type { Facts } from './facts.js';
import type { Rule } from './rule.js';

const knowledge = await openKnowledge();
const asOf = '2026-11-20';
const phaseOf = (id: string): Phase => knowledge.lintRules.find((row) => row.id === id)?.phase ?? 'plan';
const judge = (facts: Facts, phase: Phase, day = asOf) => checkRules(facts, { phase, asOf: day, knowledge });
const findingOf = (id: string, facts: Facts, day = asOf) =>
  judge(facts, phaseOf(id), day).find(({ ruleId }) => ruleId === id);

/** Rules that let their broken campaign pass, or that object to one that keeps them. */
function misjudged(rules: readonly Rule[]): string[] {
  const speaks = ({ check }: Rule, facts: Facts) =>
    [check(facts, { asOf, law: knowledge.prizeTax }) ?? []].flat().length > 0;
  return rules
    .filter((rule) => {
      const kept = [aFacts(), keptFacts[rule.id] ?? aFacts()];
      return !speaks(rule, brokenFacts[rule.id] ?? aFacts()) || kept.some((facts) => speaks(rule, facts));
    })
    .map(({ id }) => id);
}

describe('checkRules', () => {
  it.each(phaseSchema.options)('finds nothing in a campaign that keeps every rule, phase %s', (phase) => {
    expect(judge(aFacts(), phase)).toEqual([]);
  });

  it.each(allRules.map(({ id }) => id))('%s catches a campaign that breaks it', (id) => {
    const finding = findingOf(id, brokenFacts[id] ?? aFacts());

    expect(finding).toMatchObject({ ruleId: id, phase: phaseOf(id) });
    expect(finding?.message.ko).not.toMatch(/[{}]/);
    expect(finding?.message.en).not.toMatch(/[{}]/);
  });

  it('judges every row of the knowledge base, each once and in its order', () => {
    expect(allRules.map(({ id }) => id)).toEqual(knowledge.lintRules.map(({ id }) => id));
    expect(allRules).toHaveLength(90);
  });

  it('tells for each rule what keeps it from what breaks it', () => {
    expect(misjudged(allRules)).toEqual([]);
  });

  it.each(allRules.map(({ id }) => id))('would notice if %s never spoke, or always did', (id) => {
    const mute = allRules.map((rule) => (rule.id === id ? { id, check: () => undefined } : rule));
    const shrill = allRules.map((rule) => (rule.id === id ? { id, check: () => ({}) } : rule));

    expect([misjudged(mute), misjudged(shrill)]).toEqual([[id], [id]]);
  });

  it('gives the same findings for the same facts and day', () => {
    const facts = aFacts({ store: { ...aFacts().store, industry: 'clinic' } });

    expect(judge(facts, 'plan')).toEqual(judge(facts, 'plan'));
  });

  it('does not apply a rule before the day it came into force', () => {
    const tagged = aFacts({ texts: [aText({ hashtags: ['1', '2', '3', '4', '5', '6'] })] });

    expect(findingOf('META-004', tagged, '2025-12-17')).toBeUndefined();
    expect(findingOf('META-004', tagged, '2025-12-18')).toMatchObject({
      severity: 'error',
      since: '2025-12-18',
    });
  });

  it('never blocks on a rule quoted from memory', () => {
    const fromMemory = knowledge.lintRules.filter(({ status }) => status.startsWith('from memory'));
    const findings = fromMemory.map(({ id }) => findingOf(id, brokenFacts[id] ?? aFacts()));

    expect(findings.some((finding) => finding !== undefined)).toBe(true);
    expect(findings.some((finding) => finding?.severity === 'error')).toBe(false);
    expect(fromMemory.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('lets a written reason pass, keeps it beside the finding, and never before the day it was written', () => {
    const waiver = {
      rule: 'GMB-002',
      reason: '무료 응모 경로를 따로 두었습니다',
      by: '점장',
      on: '2026-11-20',
    };
    const facts = aFacts({ ...brokenFacts['GMB-002'], waivers: [waiver] });
    const { rule: _, ...kept } = waiver;

    expect(findingOf('GMB-002', facts)?.waiver).toEqual({ ...kept, accepted: true });
    expect(findingOf('GMB-002', facts, '2026-11-19')?.waiver).toBeUndefined();
  });

  it('makes an error a warning for a written reason, but never what the law forbids outright', () => {
    const waiverOf = (rule: string) => ({ rule, reason: '충분히 살펴보았습니다', by: '점장', on: asOf });
    const severityOf = (rule: string) =>
      findingOf(rule, aFacts({ ...brokenFacts[rule], waivers: [waiverOf(rule)] }))?.severity;
    const forbidden = ['PRIV-001', 'PRIV-007', 'MSG-001', 'MSG-004', 'GMB-001', 'ALC-001', 'MED-001'];

    expect(severityOf('PRIV-003')).toBe('warn');
    expect(forbidden.map(severityOf)).toEqual(forbidden.map(() => 'error'));
    expect(
      knowledge.lintRules
        .filter(({ waivable }) => !waivable)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(forbidden.toSorted());
  });

  it('fills the names of missing notices in both languages', () => {
    const { message } =
      findingOf('PRIV-001', aFacts({ form: aForm({ notices: ['purpose', 'items'] }) })) ?? {};

    expect(message?.ko).toContain('보유기간, 거부권(불이익)');
    expect(message?.en).toContain('retention, right to refuse');
  });

  it('does not judge a group of facts that nobody gave', () => {
    const { form: _, ...facts } = aFacts();

    expect(judge(facts, 'entry')).toEqual([]);
  });

  it.each([
    [1, undefined],
    [3, undefined],
    [5, undefined],
    [6, 'warn'],
    [10, 'warn'],
    [11, 'error'],
  ])('judges a disclosed visit weight of %i as %s', (visitWeight, severity) => {
    const facts = aFacts({ entry: { ...aFacts().entry, visitWeight } });

    expect(findingOf('FAIR-002', facts)?.severity).toBe(severity);
  });

  it.each([
    ['20:59', undefined],
    ['21:00', 'error'],
    ['07:59', 'error'],
    ['08:00', undefined],
  ])('takes %s for night as %s', (time, severity) => {
    const recipients = { withoutConsent: 0, withoutNightConsent: 3, optedOut: 0, staleConsent: 0 };
    const facts = aFacts({ messages: [anAd({ sendAt: `2026-12-01T${time}:00+09:00`, recipients })] });

    expect(findingOf('MSG-004', facts)?.severity).toBe(severity);
  });

  it('does not take the name of a pub for an alcohol prize, nor a wine glass', () => {
    const store = { ...aFacts().store, name: '연남 맥주창고' };
    const texts = [aText({ text: `${aText().text}\n연남 맥주창고` })];

    expect(findingOf('ALC-001', aFacts({ store, texts }))).toBeUndefined();
    expect(
      findingOf('ALC-001', aFacts({ prizes: [{ name: '와인잔 세트', valueKrw: 9_000 }] })),
    ).toBeUndefined();
  });

  it('sees through full-width letters and invisible spaces', () => {
    const facts = aFacts({ prizes: [{ name: '맥\u200b주 세트', valueKrw: 9_000 }] });

    expect(findingOf('ALC-001', facts)).toBeDefined();
  });

  it('does not take a campaign called after a sale for a mixed notice', () => {
    const text = `'할인 이벤트' ${aNotice().text}`;

    expect(
      findingOf('MSG-010', aFacts({ campaignName: '할인 이벤트', messages: [aNotice({ text })] })),
    ).toBeUndefined();
  });
});
