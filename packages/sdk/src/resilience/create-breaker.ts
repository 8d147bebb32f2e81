import CircuitBreaker from 'opossum';
import { type ErrorCode, isRetryable, outcomeOf, ProviderError, toKtEventError } from '../errors/index.js';
import type { PolicyOptions } from './policy-options.js';

type BreakerOptions = Pick<
  PolicyOptions,
  'name' | 'failurePercent' | 'minimumCalls' | 'cooldownMs' | 'onEvent'
>;

/** Both throw {@link ProviderError} `PROVIDER_003` while the provider is paused. */
export interface Breaker {
  /** Makes a call and learns from its end. One that ends after `signal` aborted leaves no mark. */
  run<T>(call: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** For those who would queue for a call first. */
  throwIfOpen(): void;
}

/** Shorter than the usual cool-down, so that the failures behind a pause are forgotten when it ends. */
const windowMs = 20_000;

/**
 * One breaker per provider. opossum keeps the window, the threshold and the cool-down, and is told verdicts only:
 * it would take a cancelled call for a success, and let a call from before the pause answer for the probe.
 */
export function createBreaker({ cooldownMs = 30_000, ...options }: BreakerOptions): Breaker {
  const circuit = createCircuit({ ...options, cooldownMs });
  let probing = false;

  const tell = async (verdict: Verdict | undefined, probe: boolean) => {
    const current = probe || circuit.closed;
    if (verdict && current) await circuit.fire(verdict).catch(() => {});
    if (probe) probing = false;
  };

  const refusal = paused(options.name, cooldownMs); // one for all: to trace each would cost more than the refusal
  const throwIfOpen = () => {
    if (circuit.opened) throw refusal;
  };

  return {
    throwIfOpen,
    async run(call, signal) {
      throwIfOpen();
      const probe = circuit.halfOpen;
      if (probe && probing) throw refusal;
      probing = probe;
      const { result, verdict } = await observe(call, signal);
      await tell(verdict, probe);
      return result;
    },
  };
}

function createCircuit({
  name,
  failurePercent = 50,
  minimumCalls = 10,
  cooldownMs,
  onEvent,
}: BreakerOptions & { readonly cooldownMs: number }): CircuitBreaker<[Verdict], void> {
  const circuit = new CircuitBreaker(repeat, {
    name,
    timeout: false, // withTimeout owns the deadline
    errorThresholdPercentage: failurePercent - 1e-9, // opossum opens above its threshold, we at ours
    volumeThreshold: minimumCalls,
    resetTimeout: cooldownMs,
    rollingCountTimeout: windowMs,
    rollingPercentilesEnabled: false, // sorts every latency at every failure
    enableSnapshots: false,
  });
  let cause: ErrorCode = 'PROVIDER_003'; // of the last failure
  circuit.on('failure', (error) => {
    cause = toKtEventError(error).code; // told just before the circuit opens for it
  });
  circuit.on('open', () => onEvent?.({ type: 'policy:open', name, cause }));
  circuit.on('halfOpen', () => onEvent?.({ type: 'policy:halfOpen', name }));
  circuit.on('close', () => onEvent?.({ type: 'policy:close', name }));
  return circuit;
}

/** The provider is there, or this is what went wrong. */
type Verdict = 'answered' | { readonly failure: unknown };

async function repeat(verdict: Verdict): Promise<void> {
  if (verdict !== 'answered') throw verdict.failure;
}

interface Observed<T> {
  readonly result: Promise<T>;
  /** Nothing when the call tells nothing about the provider: cancelled, or failed on our side. */
  readonly verdict: Verdict | undefined;
}

async function observe<T>(call: () => Promise<T>, signal: AbortSignal | undefined): Promise<Observed<T>> {
  const result = call();
  try {
    await result;
    return { result, verdict: 'answered' };
  } catch (error) {
    return { result, verdict: signal?.aborted ? undefined : verdictOf(error) };
  }
}

/** A refusal is an answer: a wrong key or a full quota must not pause the provider for everyone. */
function verdictOf(error: unknown): Verdict | undefined {
  if (outcomeOf(error) === 'rejected') return 'answered';
  return isRetryable(error) ? { failure: error } : undefined;
}

function paused(name: string, cooldownMs: number): ProviderError {
  const seconds = Math.ceil(cooldownMs / 1_000);
  return new ProviderError('PROVIDER_003', { provider: name, seconds }, { retryAfterMs: cooldownMs });
}
