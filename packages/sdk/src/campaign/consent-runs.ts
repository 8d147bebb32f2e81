import { type ConsentNotice, toConsentNotice } from '../notify/consent-text.js';
import type { EffectState, Run, RunState } from '../runs/journal.js';
import type { Store } from '../store/store.js';
import { consentNoticesDefinition, whomKey } from './consent-notices-workflow.js';
import { consentsByHandDefinition } from './consents-by-hand.js';

/** What a run that tells people of their consents has come to, by the ids of entries. */
export interface ConsentRun {
  readonly run: Run;
  readonly notice: ConsentNotice;
  /** Goes on, or may have reached people without anybody knowing. */
  readonly isOpen: boolean;
  readonly whom: readonly string[];
  /** Those among them whose message was taken. */
  readonly reached: ReadonlySet<string>;
  /** Those whom it could not reach before its end: a messenger refused them, or could not be asked for days. */
  readonly missed: readonly string[];
}

/** Every such run of a campaign, the first first. */
export async function consentRuns(
  { journal }: Pick<Store, 'journal'>,
  campaignId: string,
): Promise<ConsentRun[]> {
  const runs = await journal.list({ subject: campaignId });
  const ours = runs.filter(({ definition }) => definitions.includes(definition));
  return Promise.all(ours.map((run) => outcomeOf({ journal }, run)));
}

const definitions: readonly string[] = [consentNoticesDefinition.name, consentsByHandDefinition.name];
const endStates: readonly RunState[] = ['ended', 'failed', 'cancelled'];
const doubtful: readonly EffectState[] = ['intent', 'in_doubt', 'parked'];

async function outcomeOf({ journal }: Pick<Store, 'journal'>, run: Run): Promise<ConsentRun> {
  const step = await journal.step(run.id, whomKey);
  const { ids: whom = [] } = (step?.result ?? {}) as { readonly ids?: readonly string[] };
  const effects = await journal.effects({ runId: run.id });
  const rows = effects.flatMap(({ state, result }) =>
    state === 'acked' && Array.isArray(result) ? (result as { key: string; accepted: boolean }[]) : [],
  );
  // of what a person has said to have happened there are no rows: everybody of such a run counts as told
  const said = effects.some(({ state, result }) => state === 'acked' && !Array.isArray(result));
  const all = said || run.definition === consentsByHandDefinition.name ? whom : [];
  const reached = new Set([...all, ...rows.filter(({ accepted }) => accepted).map(({ key }) => key)]);
  return {
    run,
    notice: toConsentNotice((run.input as { readonly notice?: string }).notice),
    isOpen: !endStates.includes(run.state) || effects.some(({ state }) => doubtful.includes(state)),
    whom,
    reached,
    missed: run.state === 'ended' ? whom.filter((id) => !reached.has(id)) : [],
  };
}
