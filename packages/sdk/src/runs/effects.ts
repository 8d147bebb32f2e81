import { type ErrorJson, isCancellation, KtEventError, outcomeOf, toKtEventError } from '../errors/index.js';
import { clientRef, fingerprint } from './client-ref.js';
import type { Effect, EffectSettlement, Hold, Journal } from './journal.js';
import type { Json } from './json.js';
import { ParkedEffect } from './suspension.js';
import type { EffectResult, EffectSpec, Sending } from './workflow.js';

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

/** Times one effect is sent over all resumes, when each answer was lost. */
const maxAttempts = 24;
/** A key older than this may be forgotten, and a repetition would count as new. Providers keep one for a day at least. */
const keyLifeMs = 23 * 3_600_000;
/** Times it is sent in one execution of the run; more only after a pause. */
const sendsAtOnce = 2;

/** How far this execution of the run has come with an effect. */
interface Progress {
  readonly sends: number;
  /** An earlier request whose fate only an answer to this very effect can tell. */
  readonly doubted: boolean;
  /** The effect as it was last written. */
  readonly last: Effect | undefined;
}

/** Does an external side effect at most once: intent on disk before the first byte, outcome before it is used. */
export async function runEffect<T extends Json>(call: EffectCall<T>): Promise<EffectResult<T>> {
  const { hold, key, spec, deps } = call;
  const memo = await deps.journal.step(hold.runId, key);
  if (memo) return memo.result as EffectResult<T>;
  const last = await deps.journal.effect(hold.runId, key);
  if (last?.state === 'acked') return { state: 'confirmed' };
  if (last && isUnsettled(last)) return settleDoubt(call, last, 1);
  const refusal = finalRefusal(last);
  if (refusal && !spec.again) return { state: 'rejected', error: refusal };
  return send(call, { sends: 0, doubted: false, last });
}

/** What cannot be prepared or does not fit into the cap is not sent, and says so: the rest of the run goes on. */
async function send<T extends Json>(call: EffectCall<T>, progress: Progress): Promise<EffectResult<T>> {
  call.signal.throwIfAborted();
  let intent: Effect;
  try {
    intent = await intend(call, progress);
  } catch (error) {
    if (progress.doubted || isCancellation(error) || isOfStore(error) || !KtEventError.is(error)) throw error;
    if (error.code.startsWith('BUG_')) throw error;
    return { state: 'not_sent', error: error.toJSON() };
  }
  return transmit(call, intent, progress);
}

async function intend<T extends Json>(call: EffectCall<T>, progress: Progress): Promise<Effect> {
  const { hold, key, spec, deps } = call;
  const round = roundOf(progress.last);
  return deps.journal.intend(hold, {
    key,
    idempotency: spec.idempotency,
    fingerprint: fingerprint(spec.request),
    clientRef: clientRef(hold.runId, key, round),
    round,
    reservedKrw: spec.priceKrw ?? 0,
    capKrw: deps.capKrw,
    ...(await prepare(call, progress)),
  });
}

/** A reference that was refused for good is used up: a provider may answer it with the same refusal for ever. */
function roundOf(last: Effect | undefined): number {
  if (!last) return 1;
  return finalRefusal(last) ? last.round + 1 : last.round;
}

/** What was sent before under doubt is sent again as it was; otherwise a handle that has grown old is made anew. */
async function prepare<T extends Json>(
  { spec, signal, deps }: EffectCall<T>,
  { last, doubted }: Progress,
): Promise<Pick<Effect, 'handle' | 'preparedAt'>> {
  if (last && (doubted || isFresh(last, spec, deps.now()))) {
    return { handle: last.handle, preparedAt: last.preparedAt };
  }
  return { handle: await spec.prepare?.(signal), preparedAt: deps.now().toISOString() };
}

function isFresh(last: Effect, { handleLifeMs }: Pick<EffectSpec<Json>, 'handleLifeMs'>, now: Date): boolean {
  if (finalRefusal(last)) return false;
  return handleLifeMs === undefined || ageMs(last.preparedAt, now) < handleLifeMs;
}

async function transmit<T extends Json>(
  call: EffectCall<T>,
  intent: Effect,
  progress: Progress,
): Promise<EffectResult<T>> {
  let value: T;
  try {
    value = await call.spec.send(sendingOf(intent), call.signal);
  } catch (error) {
    if (isOfStore(error)) throw error; // the intent stands: the next resume finds out
    return fail(call, error, { ...progress, sends: progress.sends + 1 });
  }
  return acknowledge(call, value);
}

function sendingOf({ clientRef: reference, handle, preparedAt }: Effect): Sending {
  return { reference, handle, at: new Date(preparedAt) };
}

async function acknowledge<T extends Json>(call: EffectCall<T>, value: T): Promise<EffectResult<T>> {
  const outcome = { state: 'acked', value } as const;
  const settledKrw = call.spec.costKrw?.(value) ?? call.spec.priceKrw ?? 0;
  await settle(call, { state: 'acked', result: value, settledKrw, step: outcome });
  return outcome;
}

/** A final refusal stays with the effect; anything else that did not happen is tried again at the next resume. */
async function fail<T extends Json>(
  call: EffectCall<T>,
  cause: unknown,
  { sends, doubted }: Progress,
): Promise<EffectResult<T>> {
  const error = toKtEventError(cause).toJSON();
  const state = isCancellation(cause) ? 'in_doubt' : outcomeOf(cause);
  const final = state === 'rejected' && isFinal(error);
  if (state === 'in_doubt' || (doubted && !final)) {
    const effect = await settle(call, { state: 'in_doubt', error });
    if (isCancellation(cause)) throw cause;
    return settleDoubt(call, effect, sends);
  }
  await settle(call, { state, error });
  return { state, error };
}

/** Finds out what became of a request whose answer was lost, as far as its provider allows. */
function settleDoubt<T extends Json>(
  call: EffectCall<T>,
  effect: Effect,
  sends: number,
): Promise<EffectResult<T>> {
  const resendable = sends < sendsAtOnce && effect.attempts < maxAttempts && isKeyAlive(effect, call);
  switch (call.spec.idempotency) {
    case 'none':
      return park(call, effect);
    case 'keyed':
      if (resendable) return send(call, { sends, doubted: true, last: effect });
      return park(call, effect);
    case 'lookup':
      return settleByLookUp(call, effect, { sends, resendable });
  }
}

async function settleByLookUp<T extends Json>(
  call: EffectCall<T>,
  effect: Effect,
  { sends, resendable }: { readonly sends: number; readonly resendable: boolean },
): Promise<EffectResult<T>> {
  const found = await lookUp(call, effect);
  if (found !== undefined) return acknowledge(call, found);
  const { error } = effect;
  const last = await settle(call, { state: 'not_sent', error });
  if (resendable || error === undefined) return send(call, { sends, doubted: false, last });
  return { state: 'not_sent', error };
}

/** A policy sends later than the intent, after its queue and its pauses, but no later than this. Our own bound. */
const longestSendingMs = 600_000;

/** The latest moment at which the request may have left: when its answer was given up, or before its process died. */
function lastSentMs({ state, intentAt, settledAt }: Effect, now: Date): number {
  if (state !== 'intent' && settledAt !== undefined) return Date.parse(settledAt);
  return Math.min(now.getTime(), Date.parse(intentAt) + longestSendingMs);
}

/** Never during the provider's own processing time, when a look-up would prove nothing. */
async function lookUp<T extends Json>(call: EffectCall<T>, effect: Effect): Promise<T | undefined> {
  const { spec, signal, deps } = call;
  const restMs = (spec.quietMs ?? 0) - (deps.now().getTime() - lastSentMs(effect, deps.now()));
  if (restMs > 0) await deps.sleep(restMs, signal);
  try {
    return await spec.find?.(sendingOf(effect), signal);
  } catch (error) {
    if (isCancellation(error)) throw error;
    return park(call, effect);
  }
}

async function park<T extends Json>(call: EffectCall<T>, { error }: Effect): Promise<never> {
  const parked = await settle(call, { state: 'parked', error });
  throw new ParkedEffect(parked.id, { repeatable: maySettleItself(parked, call.deps.now()) });
}

/** True when going on later may tell what became of a parked effect; false when only a person can. */
export function maySettleItself({ idempotency, attempts, preparedAt }: Effect, now: Date): boolean {
  if (idempotency === 'lookup') return true;
  return idempotency === 'keyed' && attempts < maxAttempts && ageMs(preparedAt, now) < keyLifeMs;
}

/** Only a key can grow too old: what is looked up stays where it is. */
function isKeyAlive(
  { preparedAt }: Effect,
  { spec, deps }: Pick<EffectCall<Json>, 'spec' | 'deps'>,
): boolean {
  return spec.idempotency !== 'keyed' || ageMs(preparedAt, deps.now()) < keyLifeMs;
}

function ageMs(at: string, now: Date): number {
  return now.getTime() - Date.parse(at);
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

/** The refusal that no repetition of the same request changes, if the effect ended with one. */
function finalRefusal(effect: Effect | undefined): ErrorJson | undefined {
  const { state, error } = effect ?? {};
  return state === 'rejected' && error && isFinal(error) ? error : undefined;
}

/** A refusal of the request itself. One of the credentials ends when a person renews them. */
function isFinal({ code, retryable }: ErrorJson): boolean {
  return !retryable && !code.startsWith('AUTH_');
}
