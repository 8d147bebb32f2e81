import type { Facts, ProcessorFacts } from './facts.js';
import type { Rule, Violation } from './rule.js';

export const disclosedProcessor = processorRule('PRIV-011', (one) => !one.contract || !one.disclosed);

export const notifiedMarketing = processorRule(
  'PRIV-012',
  ({ task, subjectsNotified }) => (task === 'marketing' || task === 'bulk_text_ads') && !subjectsNotified,
);

export const agreedSubProcessor = processorRule(
  'PRIV-013',
  ({ subProcessor, storeAgreed }) => subProcessor && !storeAgreed,
);

export const overseasNotice = processorRule(
  'PRIV-015',
  ({ country, overseasNotice }) => country !== 'KR' && !overseasNotice,
);

export const certifiedSender = processorRule(
  'MSG-009',
  ({ task, certifiedSender }) => task === 'bulk_text_ads' && !certifiedSender,
);

function processorRule(id: string, breaks: (one: ProcessorFacts) => boolean): Rule {
  return { id, check: (facts) => violationsOf(facts, breaks) };
}

function violationsOf({ processors = [] }: Facts, breaks: (one: ProcessorFacts) => boolean): Violation[] {
  return processors.flatMap((one, index) =>
    breaks(one) ? [{ path: `processors.${index}`, values: { name: one.name, country: one.country } }] : [],
  );
}
