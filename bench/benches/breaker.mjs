import { ProviderError } from '../../packages/sdk/dist/errors/index.js';
import { createPolicy } from '../../packages/sdk/dist/resilience/create-policy.js';
import { policyDefaults } from '../../packages/sdk/dist/resilience/policy-defaults.js';
import { median } from '../measure.mjs';

const callers = 100;
/** Bursts of callers in a round: 5,000 samples each. */
const bursts = 50;
const rounds = 9;

/** Short, so that the end of a pause can be awaited; what is measured is not its length. */
const cooldownMs = 30;
const probeMs = 10;
const halfOpenRounds = 20;

/**
 * How long 100 callers at once wait for an open circuit to say no, over a closed one whose call does nothing; and how
 * many of 100 that arrive as it half-opens reach the provider. Targets: p99 at most 1 times as long, exactly 1 probe.
 */
export async function breaker() {
  const subject = { p50: [], p99: [] };
  const baseline = { p50: [], p99: [] };
  const [open, closed] = [await openCircuit(30_000), policyOf(30_000).policy];
  for (let round = 0; round <= rounds; round += 1) {
    for (const [figures, policy] of [
      [subject, open],
      [baseline, closed],
    ]) {
      const samples = await waitsOf(policy);
      if (round === 0) continue; // the first round warms the compiler
      figures.p50.push(quantile(samples, 0.5));
      figures.p99.push(quantile(samples, 0.99));
    }
  }
  const probes = await halfOpenProbes();
  const [p50, p99] = [median(subject.p50), median(subject.p99)];
  const [closedP50, closedP99] = [median(baseline.p50), median(baseline.p99)];
  return {
    ratios: { fastFail: p99 / closedP99, fastFailMedian: p50 / closedP50 },
    subject: { fastFailP50Ms: p50, fastFailP99Ms: p99 },
    baseline: { closedP50Ms: closedP50, closedP99Ms: closedP99 },
    halfOpenProbes: probes.find((count) => count !== 1) ?? 1,
    samples: { callers, perRound: callers * bursts, rounds, halfOpenRounds },
  };
}

function policyOf(cooldownMs) {
  let halfOpened = () => {};
  const halfOpen = new Promise((resolve) => {
    halfOpened = resolve;
  });
  const policy = createPolicy({
    name: 'channel',
    ...policyDefaults.channel,
    cooldownMs,
    random: () => 0,
    onEvent: ({ type }) => type === 'policy:halfOpen' && halfOpened(),
  });
  return { policy, halfOpen };
}

async function openCircuit(cooldownMs) {
  const { policy } = policyOf(cooldownMs);
  await trip(policy);
  return policy;
}

/** Fails without retries until it pauses. */
async function trip(policy) {
  const lost = async () => {
    throw new ProviderError('PROVIDER_006', { provider: 'channel', reason: 'ECONNRESET' });
  };
  for (let call = 0; call < policyDefaults.channel.minimumCalls; call += 1)
    await policy(lost).catch(() => {});
}

/** Each from its own call to its own answer, the others before it included. */
async function waitsOf(policy) {
  const samples = [];
  for (let burst = 0; burst < bursts; burst += 1) {
    await Promise.all(
      Array.from({ length: callers }, async () => {
        const startedAt = performance.now();
        await policy(async () => 'done').catch(() => {});
        samples.push(performance.now() - startedAt);
      }),
    );
    await new Promise(setImmediate);
  }
  return samples;
}

async function halfOpenProbes() {
  const counts = [];
  for (let round = 0; round < halfOpenRounds; round += 1) {
    const { policy, halfOpen } = policyOf(cooldownMs);
    await trip(policy);
    const awake = setInterval(() => {}, cooldownMs); // the end of a pause alone keeps no process alive
    await halfOpen;
    clearInterval(awake);
    let reached = 0;
    const probe = async () => {
      reached += 1;
      await new Promise((resolve) => setTimeout(resolve, probeMs));
    };
    await Promise.allSettled(Array.from({ length: callers }, () => policy(probe)));
    counts.push(reached);
  }
  return counts;
}

function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}
