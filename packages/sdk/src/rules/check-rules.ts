import type { Bilingual } from '../errors/index.js';
import type { Finding, Phase } from '../schema/finding.js';
import { allRules } from './all-rules.js';
import type { Facts } from './facts.js';
import type { PrizeTaxLaw } from './prize-tax.js';
import type { Rule, RuleRow, Violation } from './rule.js';

/** What the rules need of the knowledge base. */
export interface RuleKnowledge {
  readonly lintRules: readonly RuleRow[];
  readonly prizeTax: PrizeTaxLaw;
}

interface CheckOptions {
  readonly phase: Phase;
  /** Day, Asia/Seoul. A younger rule does not apply, nor a waiver that was written later. */
  readonly asOf: string;
  readonly knowledge: RuleKnowledge;
}

/**
 * Judges facts by the rules of one phase and one day. The same facts and day give the same findings.
 *
 * @returns Findings in the order of the knowledge base; none when nothing is wrong or nothing can be decided.
 */
export function checkRules(facts: Facts, { phase, asOf, knowledge }: CheckOptions): Finding[] {
  const judgement = { asOf, law: knowledge.prizeTax };
  return knowledge.lintRules
    .filter((row) => row.phase === phase && (row.since === undefined || row.since <= asOf))
    .flatMap((row) => {
      const violations = [rules.get(row.id)?.check(facts, judgement) ?? []].flat();
      return violations.map((violation) => waived(toFinding(row, violation), row, facts, asOf));
    });
}

const rules: ReadonlyMap<string, Rule> = new Map(allRules.map((rule) => [rule.id, rule]));

function toFinding(row: RuleRow, { path, values = {}, severity }: Violation): Finding {
  const { id: ruleId, phase, message, source, status, since } = row;
  return {
    ruleId,
    severity: tempered(severity ?? row.severity, status),
    phase,
    message: { ko: fill(message.ko, values, 'ko'), en: fill(message.en, values, 'en') },
    source,
    status,
    ...(since && { since }),
    ...(path && { path }),
  };
}

/** A written reason makes an error a warning, and stays beside it. */
function waived(finding: Finding, { waivable }: RuleRow, { waivers = [] }: Facts, asOf: string): Finding {
  const given = waivers.find(({ rule, on }) => rule === finding.ruleId && on <= asOf);
  if (!given) return finding;
  const { rule: _, ...waiver } = given;
  const severity = waivable && finding.severity === 'error' ? 'warn' : finding.severity;
  return { ...finding, severity, waiver: { ...waiver, accepted: waivable } };
}

/** A rule that nobody has looked up yet never blocks. */
function tempered(severity: RuleRow['severity'], status: string): RuleRow['severity'] {
  return severity === 'error' && status.startsWith('from memory') ? 'warn' : severity;
}

type Values = Readonly<Record<string, string | number | Bilingual>>;

function fill(text: string, values: Values, language: keyof Bilingual): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    return typeof value === 'object' ? value[language] : String(value);
  });
}
