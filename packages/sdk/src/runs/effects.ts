import { isCancellation, KtEventError, outcomeOf, toKtEventError } from '../errors/index.js';
import { clientRef, fingerprint } from './client-ref.js';
import type { Effect, EffectSettlement, Hold, Journal } from './journal.js';
import type { Json } from './json.js';
import { ParkedEffect } from './suspension.js';
import type { EffectResult, EffectSpec } from './workflow.js';

export interface EffectDeps {
  readonly journal: Journal;
  readonly now: () => Date;
  /** Waits for a quiet period. Rejects when the signal aborts. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Cap on the paid effects of this run, won. */
  readonly capKrw?: number | undefined;
}

/** One effect of one held run, and all that is needed to do it. */
export interface EffectCall<T extends Json> {
  readonly hold: Hold;
  readonly key: string;
  readonly spec: EffectSpec<T>;
  readonly signal: AbortSignal;
  readonly deps: EffectDeps;
}

/** Resends of one effect whose answer was lost, over all resumes. */
const maxAttempts = 5;

/** Does an external side effect at most once: intent on disk before the first byte, outcome before it is used. */
export async function runEffect<T extends Json>(call: EffectCall<T>): Promise<EffectResult<T>> {
  const { hold, key, deps } = call;
  const memo = await deps.journal.step(hold.runId, key);
  if (memo) return memo.result as EffectResult<T>;
  const known = await deps.journal.effect(hold.runId, key);
  if (known?.state === 'acked') return { state: 'confirmed' };
  return known && isUnsettled(known) ? settleDoubt(call, known) : send(call);
}

async function send<T extends Json>(call: EffectCall<T>): Promise<EffectResult<T>> {
  const { hold, key, spec, signal, deps } = call;
  signal.throwIfAborted();
  const effect = await deps.journal.intend(hold, {
    key,
    idempotency: spec.idempotency,
    fingerprint: fingerprint(spec.request),
    clientRef: clientRef(hold.runId, key),
    reservedKrw: spec.priceKrw ?? 0,
    capKrw: deps.capKrw,
  });
  try {
    return await acknowledge(call, await spec.send(effect.clientRef, signal));
  } catch (error) {
    if (isOfStore(error)) throw error; // the intent stands: the next resume finds out
    return fail(call, error);
  }
}

async function acknowledge<T extends Json>(call: EffectCall<T>, value: T): Promise<EffectResult<T>> {
  const outcome = { state: 'acked', value } as const;
  await settle(call, { state: 'acked', result: value, settledKrw: call.spec.priceKrw ?? 0, step: outcome });
  return outcome;
}

async function fail<T extends Json>(call: EffectCall<T>, cause: unknown): Promise<EffectResult<T>> {
  const error = toKtEventError(cause).toJSON();
  const state = isCancellation(cause) ? 'in_doubt' : outcomeOf(cause);
  if (state === 'in_doubt') {
    const doubted = await settle(call, { state, error });
    if (isCancellation(cause)) throw cause;
    return settleDoubt(call, doubted);
  }
  const outcome = { state, error } as const;
  // Only a final refusal is remembered. What was never sent is tried again at the next resume.
  const final = state === 'rejected' && !error.retryable;
  await settle(call, { state, error, step: final ? outcome : undefined });
  return outcome;
}

/** Finds out what became of a request whose answer was lost, as far as its provider allows. */
async function settleDoubt<T extends Json>(call: EffectCall<T>, effect: Effect): Promise<EffectResult<T>> {
  const resendable = effect.attempts < maxAttempts;
  if (call.spec.idempotency === 'none') return park(call, effect);
  if (call.spec.idempotency === 'lookup') {
    const found = await lookUp(call, effect);
    if (found !== undefined) return acknowledge(call, found);
    await settle(call, { state: 'not_sent' });
  }
  return resendable ? send(call) : park(call, effect);
}

/** Never during the provider's own processing time, when a look-up would prove nothing. */
async function lookUp<T extends Json>(call: EffectCall<T>, effect: Effect): Promise<T | undefined> {
  const { spec, signal, deps } = call;
  const sinceMs = deps.now().getTime() - Date.parse(effect.intentAt);
  const restMs = (spec.quietMs ?? 0) - sinceMs;
  if (restMs > 0) await deps.sleep(restMs, signal);
  try {
    return await spec.find?.(effect.clientRef, signal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return park(call, effect);
  }
}

async function park<T extends Json>(call: EffectCall<T>, effect: Effect): Promise<never> {
  await settle(call, { state: 'parked' });
  throw new ParkedEffect(effect.id);
}

function settle<T extends Json>(
  call: EffectCall<T>,
  outcome: Omit<EffectSettlement, 'key'>,
): Promise<Effect> {
  return call.deps.journal.settle(call.hold, { key: call.key, ...outcome });
}

function isUnsettled({ state }: Effect): boolean {
  return state === 'intent' || state === 'in_doubt' || state === 'parked';
}

function isOfStore(error: unknown): boolean {
  return KtEventError.is(error) && error.code.startsWith('STORE_');
}
