import { setTimeout as wait } from 'node:timers/promises';
import { createCache } from './cache/create-cache.js';
import { contentHash } from './campaign/content-hash.js';
import { lessonsFor } from './campaign/lessons-for.js';
import { emit, type Parts } from './client-parts.js';
import { verifyTranscript } from './draw/verify-transcript.js';
import { toKtEventError } from './errors/index.js';
import type { KtEvent, PlanOptions } from './kt-event.js';
import { parts as modelParts } from './plan/merge/answers.js';
import { type AskModel, askModels, leftOf } from './plan/merge/ask-models.js';
import { mergePlan } from './plan/merge/merge-plan.js';
import { type QuestionInput, questionVersion } from './plan/merge/question.js';
import { plan } from './plan/plan.js';
import { abortable } from './resilience/abortable.js';
import { createTurns } from './resilience/create-turns.js';
import { withTimeout } from './resilience/with-timeout.js';
import { fingerprint } from './runs/client-ref.js';
import type { Json } from './runs/json.js';
import type { Brief } from './schema/brief.js';
import type { Plan } from './schema/plan.js';
import { dayOf } from './schema/seoul-time.js';

type Planning = Pick<KtEvent, 'plan' | 'planCache' | 'contentHash' | 'verify'>;

/** A plan is the same for an hour, and stands in for a new one for as long as the day it was made for may last. */
const freshness = { ttlMs: 3_600_000, graceMs: 23 * 3_600_000 };

export function planning(parts: Parts): Planning & { readonly stop: () => Promise<void> } {
  const { knowledge, random, trends } = parts;
  const { watch } = trends;
  const plans = createCache();
  const turn = createTurns();
  return {
    async plan(brief, options = {}) {
      await turn(); // what the plan before asks is on its way
      const input = await inputOf(parts, brief, options);
      if (options.offline) return plan({ ...input, live: watch.unasked('offline') }, { knowledge, random });
      if (options.withoutModels || Object.keys(parts.planning.models).length === 0)
        return plan({ ...input, live: await trends.of(brief, options) }, { knowledge, random });
      const { toKeep } = options;
      const key = keyOf(parts, input, toKeep);
      const made = plans.get(key, (signal) => propose(parts, input, { toKeep, signal, turn }), freshness);
      const kept = made.then(async (whole) => {
        if (isPartial(whole)) await plans.delete(key); // the next one asks again
        return whole;
      });
      kept.catch(() => {}); // it may fail when nobody waits for it any more
      return abortable(() => firstOf(kept, { parts, input, options }), options.signal);
    },
    planCache: () => plans.stats(),
    contentHash,
    verify: verifyTranscript,
    async stop() {
      await plans.close();
      await watch.close();
    },
  };
}

/** What the knowledge base alone proposes today, with what it has learnt of this store. */
export async function proposeOffline(parts: Parts, brief: Brief, options: PlanOptions): Promise<Plan> {
  return plan(await inputOf(parts, brief, options), parts);
}

async function inputOf(
  { store, now }: Parts,
  asked: Brief,
  { rehearsal = false, explore = false, trends = [] }: PlanOptions,
): Promise<QuestionInput> {
  const brief = explore ? { ...asked, concept: 'explore' as const } : asked;
  return { brief, today: dayOf(now()), ...(await lessonsFor(store, brief, rehearsal)), rehearsal, trends };
}

/** All that a plan follows from, the models it asks and the words it asks with. */
function keyOf({ knowledge, planning }: Parts, input: QuestionInput, toKeep = false): string {
  const models = modelParts.map((part) => planning.models[part]?.model ?? null);
  const made = { input, version: knowledge.version, questionVersion, models, toKeep };
  return fingerprint(JSON.parse(JSON.stringify(made)) as Json);
}

interface First {
  readonly parts: Parts;
  readonly input: QuestionInput;
  readonly options: PlanOptions;
}

/** Whoever cannot wait gets the plan of the knowledge base, while the models go on for the next who asks. */
async function firstOf(kept: Promise<Plan>, { parts, input, options }: First): Promise<Plan> {
  const { withinMs } = options;
  if (withinMs === undefined) return kept;
  const late = new AbortController();
  const soon = wait(withinMs, undefined, { signal: late.signal }).then(() => offlineFor(parts, input));
  try {
    return await Promise.race([kept, soon]);
  } finally {
    soon.catch(() => {});
    late.abort();
  }
}

function offlineFor({ knowledge, random, planning, trends }: Parts, input: QuestionInput): Plan {
  const models = modelParts.flatMap((part) => {
    const asked = planning.models[part];
    if (!asked) return [];
    const { provider, model, mode } = asked;
    return [{ part, provider, model, mode, state: 'asking' as const, costKrw: 0 }];
  });
  return { ...plan({ ...input, live: trends.watch.unasked('late') }, { knowledge, random }), models };
}

/** A model that failed, or a source whose answer has come since, may do better the next time. */
const isPartial = ({ models = [], trends }: Plan) =>
  models.some(({ state }) => state === 'failed') || trends?.sources.some(({ state }) => state === 'late');

/** Name of what is told about a plan that belongs to no run. */
const preview = 'preview';

interface Wish {
  readonly toKeep: boolean | undefined;
  readonly signal: AbortSignal;
  /** Waits until other plans let go of the thread. */
  readonly turn: () => Promise<void>;
}

async function propose(parts: Parts, input: QuestionInput, { toKeep, signal, turn }: Wish): Promise<Plan> {
  const { knowledge, random, planning: known, listeners, elapsedMs } = parts;
  const startedMs = elapsedMs();
  emit(listeners, { type: 'stage:start', runId: preview, stage: 'plan' });
  const live = await parts.trends.of(input.brief, { toKeep, signal });
  const question = { ...input, live };
  const ask = askDirectly(parts, { budgetMs: leftOf(known.budgetMs, elapsedMs() - startedMs), signal });
  const answers = await askModels(question, { knowledge, ...known, ask });
  await turn(); // what waits to ask goes out before plans are put together
  const made = mergePlan(question, answers, { knowledge, random, ...known });
  emit(listeners, { type: 'stage:end', runId: preview, stage: 'plan', durationMs: elapsedMs() - startedMs });
  return made;
}

/** Without a ledger: there is no run that could be resumed. */
function askDirectly(
  { listeners }: Parts,
  { budgetMs, signal }: { readonly budgetMs: number; readonly signal: AbortSignal },
): AskModel {
  return async (part, model, request) => {
    const { provider } = model;
    const tell = (state: string, note?: string) =>
      emit(listeners, {
        type: 'stage:item',
        runId: preview,
        stage: 'plan',
        item: `${provider}/${part}`,
        state,
        note,
      });
    tell('asking');
    try {
      const deadline = { name: provider, timeoutMs: budgetMs, signal };
      const { value, costKrw } = await withTimeout((signal) => model.ask(request, signal), deadline);
      tell('answered');
      return { state: 'answered', value: value as Json, costKrw };
    } catch (error) {
      signal.throwIfAborted();
      const { code, spec } = toKtEventError(error);
      tell('failed', code);
      return { state: 'failed', code, costKrw: spec.outcome === 'in_doubt' ? model.mostKrw(request) : 0 };
    }
  };
}
