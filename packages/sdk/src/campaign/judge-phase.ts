import { UserError } from '../errors/index.js';
import { checkRules } from '../rules/check-rules.js';
import { type LaterFacts, toFacts } from '../rules/to-facts.js';
import type { Finding, Phase } from '../schema/finding.js';
import { chosenConcept, type Plan } from '../schema/plan.js';
import { dayOf } from '../schema/seoul-time.js';
import type { CampaignDeps } from './campaign-deps.js';
import type { PlannedCampaign } from './campaign-run.js';

type JudgeDeps = Pick<CampaignDeps, 'knowledge' | 'now'>;

/** What the rules of one phase say of a campaign as it is now, with what only that phase knows. */
export function findingsOf(
  { brief, plan, creatives }: PlannedCampaign,
  phase: Phase,
  later: LaterFacts,
  { knowledge, now }: JudgeDeps,
): Finding[] {
  const { schedule } = plan;
  const facts = toFacts({ brief, concept: chosenConcept(plan), schedule, creatives }, later);
  return checkRules(facts, { phase, asOf: dayOf(now()), knowledge });
}

/**
 * Judges a campaign right before it takes a step that cannot be taken back. What was found stays with the plan, waivers
 * included.
 *
 * @throws UserError `USER_003` when a rule forbids to go on
 */
export async function judgePhase(
  deps: CampaignDeps,
  campaign: PlannedCampaign,
  phase: Phase,
  later: LaterFacts = {},
): Promise<void> {
  const found = findingsOf(campaign, phase, later, deps);
  const { id, state, plan } = campaign;
  const known = plan.findings.filter((finding) => finding.phase === phase);
  if (found.length + known.length > 0)
    await deps.store.campaigns.update(id, [state], { plan: withFindings(plan, phase, found) });
  refuseErrors(found);
}

/** Another judgement of the same phase takes the place of the first. */
export function withFindings(plan: Plan, phase: Phase, found: readonly Finding[]): Plan {
  return { ...plan, findings: [...plan.findings.filter((finding) => finding.phase !== phase), ...found] };
}

/** @throws UserError `USER_003` */
export function refuseErrors(findings: readonly Finding[]): void {
  const broken = findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ruleId);
  if (broken.length === 0) return;
  throw new UserError('USER_003', { count: broken.length, rules: [...new Set(broken)].join(', ') });
}
