import { describe, expect, it } from 'vitest';
import { openKnowledge } from '../plan/knowledge.js';
import { type Phase, phaseSchema } from '../schema/finding.js';
import { aFacts, aForm, aNotice, anAd, aText } from './__fixtures__/a-facts.js';
import { brokenFacts } from './__fixtures__/broken-facts.js';
import { allRules } from './all-rules.js';
import { checkRules } from './check-rules.js';
import type { Facts } from './facts.js';

const knowledge = await openKnowledge();
const asOf = '2026-11-20';
const phaseOf = (id: string): Phase => knowledge.lintRules.find((row) => row.id === id)?.phase ?? 'plan';
const judge = (facts: Facts, phase: Phase, day = asOf) => checkRules(facts, { phase, asOf: day, knowledge });
const findingOf = (id: string, facts: Facts, day = asOf) =>
  judge(facts, phaseOf(id), day).find(({ ruleId }) => ruleId === id);

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

  it('has at least thirty rules, each with a row of the knowledge base and each once', () => {
    const ids = allRules.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThanOrEqual(30);
    expect(ids.filter((id) => !knowledge.lintRules.some((row) => row.id === id))).toEqual([]);
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
