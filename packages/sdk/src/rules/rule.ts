import { z } from 'zod';
import type { Bilingual } from '../errors/index.js';
import { phaseSchema } from '../schema/finding.js';
import type { Facts } from './facts.js';
import type { PrizeTaxLaw } from './prize-tax.js';

/** What the knowledge base says about a rule: words, weight, source. The code holds the predicate only. */
export const ruleRowSchema = z
  .object({
    id: z.string(),
    severity: z.enum(['error', 'warn', 'info']),
    phase: phaseSchema,
    message_ko: z.string(),
    message_en: z.string(),
    source: z.string(),
    status: z.string(),
  })
  .transform(({ message_ko, message_en, ...row }) => ({
    ...row,
    message: { ko: message_ko, en: message_en },
  }));

/** A row with what is known of its validity. */
export interface RuleRow extends z.output<typeof ruleRowSchema> {
  /** First day the rule applies, when it is younger than the events it judges. */
  readonly since?: string | undefined;
  /** A person may go on for a written reason. False for what the law forbids without exception. */
  readonly waivable: boolean;
}

/** One breach. `values` fill the placeholders of the row's messages. */
export interface Violation {
  /** Place in the value, dotted. */
  readonly path?: string;
  readonly values?: Readonly<Record<string, string | number | Bilingual>>;
  /** Weaker verdict than the row's, where the rule itself has degrees. */
  readonly severity?: RuleRow['severity'];
}

/** What a judgement rests on besides the facts. */
interface Judgement {
  /** Day, Asia/Seoul, on which it is made. */
  readonly asOf: string;
  readonly law: PrizeTaxLaw;
}

export interface Rule {
  readonly id: string;
  check(facts: Facts, judgement: Judgement): Violation | readonly Violation[] | undefined;
}

/** The violation when the condition holds, nothing otherwise. */
export function broken(condition: boolean, violation: Violation = {}): Violation | undefined {
  return condition ? violation : undefined;
}
