import type { Bilingual } from '../errors/index.js';
import type { Finding, Phase } from '../schema/finding.js';
import { allRules } from './all-rules.js';
import type { Facts } from './facts.js';
import type { Rule, RuleRow, Violation } from './rule.js';

interface CheckOptions {
  readonly phase: Phase;
  /** Day, Asia/Seoul. A younger rule does not apply. */
  readonly asOf: string;
  readonly knowledge: { readonly lintRules: readonly RuleRow[] };
}

/**
 * Judges facts by the rules of one phase and one day. The same facts and day give the same findings.
 *
 * @returns Findings in the order of the knowledge base; none when nothing is wrong or nothing can be decided.
 */
export function checkRules(facts: Facts, { phase, asOf, knowledge }: CheckOptions): Finding[] {
  return knowledge.lintRules
    .filter((row) => row.phase === phase)
    .flatMap((row) => {
      const rule = ruleOf(row.id);
      return rule && applies(rule, asOf) ? judge(rule, row, facts, asOf) : [];
    });
}

function ruleOf(id: string): Rule | undefined {
  return allRules.find((rule) => rule.id === id);
}

function applies({ since }: Rule, asOf: string): boolean {
  return since === undefined || since <= asOf;
}

function judge(rule: Rule, row: RuleRow, facts: Facts, asOf: string): Finding[] {
  return [rule.check(facts, asOf) ?? []].flat().map((violation) => toFinding(rule, row, violation));
}

function toFinding({ since }: Rule, row: RuleRow, { path, values = {}, severity }: Violation): Finding {
  return {
    ruleId: row.id,
    severity: tempered(severity ?? row.severity, row.status),
    phase: row.phase,
    message: { ko: fill(row.message.ko, values, 'ko'), en: fill(row.message.en, values, 'en') },
    source: row.source,
    status: row.status,
    ...(since && { since }),
    ...(path && { path }),
  };
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
