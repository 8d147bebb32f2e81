import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import { UserError } from '../errors/index.js';
import { checkRules } from '../rules/check-rules.js';
import { toFacts } from '../rules/to-facts.js';
import type { Brief } from '../schema/brief.js';
import { type Concept, type Plan, planSchema } from '../schema/plan.js';
import { arbitraryBrief } from './__fixtures__/arbitrary-brief.js';
import { copyLimits } from './copy/limits.js';
import { openKnowledge } from './knowledge.js';
import { plan } from './plan.js';

const knowledge = await openKnowledge();
const planFor = (brief: Brief): Plan =>
  plan({ brief, today: '2026-11-20', insights: [], rehearsal: false }, { knowledge });

/** The plan, or nothing where the budget is refused with a remedy. */
function planIfPayable(brief: Brief): Plan | undefined {
  try {
    return planFor(brief);
  } catch (error) {
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).issues[0]?.path).toEqual(['budgetKrw']);
    return undefined;
  }
}

function tooDear({ cost }: Concept, { budgetKrw }: Brief): boolean {
  return cost.totalKrw > budgetKrw;
}

describe('a plan for any brief', () => {
  test.prop([arbitraryBrief])('never costs more than the budget, in whole won', (brief) => {
    for (const concept of planIfPayable(brief)?.concepts ?? []) {
      const { prizeKrw, mediaKrw, messageKrw, aiKrw, taxKrw = 0, totalKrw } = concept.cost;
      expect(tooDear(concept, brief)).toBe(false);
      expect(prizeKrw + mediaKrw + messageKrw + aiKrw + taxKrw).toBe(totalKrw);
      expect([prizeKrw, mediaKrw, messageKrw, totalKrw].every(Number.isSafeInteger)).toBe(true);
    }
  });

  test.prop([arbitraryBrief])('is the same for the same input, and valid', (brief) => {
    const made = planIfPayable(brief);
    if (!made) return;

    expect(planFor(brief)).toEqual(made);
    expect(planSchema.safeParse(made).error).toBeUndefined();
  });

  test.prop([arbitraryBrief])('keeps every text within its channel', (brief) => {
    for (const { channel, title, body, hashtags } of planIfPayable(brief)?.concepts.flatMap(
      (c) => c.copies,
    ) ?? []) {
      const limit = copyLimits[channel];
      expect(title.length).toBeLessThanOrEqual(limit.title);
      expect(body.length).toBeLessThanOrEqual(limit.body);
      expect(hashtags.length).toBeLessThanOrEqual(limit.hashtags);
      expect(body).not.toMatch(/undefined|NaN/);
    }
  });

  test.prop([arbitraryBrief])('has three distinct concepts whose prizes are one per winner', (brief) => {
    const { concepts = [] } = planIfPayable(brief) ?? {};

    expect(new Set(concepts.map(({ method }) => method.id)).size).toBe(concepts.length);
    expect(new Set(concepts.map(({ title }) => title)).size).toBe(concepts.length);
    for (const { prizes, winners, expectedEntries: expected } of concepts) {
      expect(prizes.reduce((sum, { quantity }) => sum + quantity, 0)).toBe(winners);
      expect(expected.low).toBeLessThanOrEqual(expected.mid);
      expect(expected.mid).toBeLessThanOrEqual(expected.high);
    }
  });

  test.prop([arbitraryBrief])('breaks no rule by its own doing', (brief) => {
    const findings = planIfPayable(brief)?.findings ?? [];
    const ours = findings.filter(({ ruleId, severity }) => severity === 'error' && ruleId !== 'MED-001');

    expect(ours).toEqual([]);
  });

  test.prop([arbitraryBrief])('writes texts that are lawful on every channel', (brief) => {
    const made = planIfPayable(brief);
    const findings = made?.concepts.flatMap((concept) => {
      const messages = concept.copies
        .filter(({ channel }) => channel === 'kakao_channel')
        .map(({ body }) => ({
          channel: 'kakao_brand' as const,
          kind: 'ad' as const,
          text: body,
          sendAt: '2026-12-01T10:00:00+09:00',
        }));
      const facts = toFacts({ brief, concept, schedule: made.schedule }, { messages });
      return (['creative', 'send'] as const).flatMap((phase) =>
        checkRules(facts, { phase, asOf: '2026-11-20', knowledge }),
      );
    });

    expect(findings?.filter(({ severity }) => severity === 'error') ?? []).toEqual([]);
  });

  test.prop([fc.integer({ min: 1, max: 1_000_000 })])(
    'would be caught spending one won too much',
    (budgetKrw) => {
      const cost = { prizeKrw: budgetKrw, mediaKrw: 1, messageKrw: 0, aiKrw: 0, totalKrw: budgetKrw + 1 };

      expect(tooDear({ cost } as Concept, { budgetKrw } as Brief)).toBe(true);
    },
  );
});
