import type { Writer } from './campaign/rewriting/writer.js';
import type { ProviderParts } from './compose-providers.js';
import { composePlanning, type PlanningParts } from './compose-text-models.js';
import type { Planning } from './plan/merge/ask-models.js';

/** Everybody who writes: for plans, and for channels. */
export function composeWords(
  parts: ProviderParts,
  planningParts: PlanningParts,
): { readonly planning: Planning; readonly writer: Writer | undefined } {
  const planning = composePlanning(parts, planningParts);
  return { planning, writer: writerOf(planning, parts.settings, planningParts) };
}

/** Whoever is named, else GPT, which writes plans too, else Claude, else nobody. */
function writerOf(
  { models, marks, budgetMs }: Planning,
  { writer }: ProviderParts['settings'],
  { catalogue }: PlanningParts,
): Writer | undefined {
  const byName = { anthropic: models.proposal, openai: models.copy, none: undefined };
  const model = writer ? byName[writer] : (models.copy ?? models.proposal);
  return model && { model, marks, budgetMs, capKrw: catalogue.writeCapKrw.value };
}
