import { ProviderError, UserError } from '../../errors/index.js';
import type { Http } from '../../http/http.js';
import type { Policy } from '../../resilience/policy-type.js';
import type { BeaconProof, ChainInfo, CommitmentBeacon } from '../../schema/draw.js';
import { quicknetHash, roundAtOrAfter, roundTimeMs, toChainHash } from '../drand-chain.js';
import { isRoundSigned, toRandomness } from '../drand-round.js';
import type { RandomnessBeacon } from '../randomness-beacon.js';
import { askRelay, type RelayedRound } from './ask-relay.js';

export interface DrandBeaconOptions {
  /** Relays, asked in this order, without a trailing slash. None is trusted: every answer is verified. */
  readonly hosts: readonly string[];
  readonly chain: ChainInfo;
  readonly http: Http;
  readonly policy: Policy;
  readonly now: () => Date;
}

/**
 * Randomness of a drand chain: nobody knows a round before its time, everybody can check it afterwards.
 * `live` on the public chain, whoever relays it, since only its members can sign; `sandbox` on any other.
 */
export function createDrandBeacon(options: DrandBeaconOptions): RandomnessBeacon {
  const { chain } = options;
  const chainHash = toChainHash(chain);
  const isPublic = chainHash === quicknetHash;

  return {
    type: 'drand',
    mode: isPublic ? 'live' : 'sandbox',
    chain,
    async announce(at) {
      return { type: 'drand', chain: chainHash, round: roundAtOrAfter(chain, at) };
    },
    async reveal(beacon, signal) {
      const { round } = ownRound(beacon, chainHash);
      if (roundTimeMs(chain, round) > options.now().getTime()) throw notYet(chain, round, options.now());
      const signature = await findSignature(options, { chainHash, round }, signal);
      const proof: BeaconProof = { round, drand_signature: signature };
      return isPublic ? proof : { ...proof, chain };
    },
  };
}

/** Asks relay after relay until one gives a round the chain really signed. */
async function findSignature(
  { hosts, chain, http, policy, now }: DrandBeaconOptions,
  { chainHash, round }: { readonly chainHash: string; readonly round: number },
  signal?: AbortSignal,
): Promise<string> {
  const failures: unknown[] = [];
  for (const host of hosts) {
    try {
      const ask = (attempt: AbortSignal) => askRelay(http, { host, chainHash, round }, attempt);
      const relayed = await policy(ask, { signal, repeatable: true });
      if (relayed === undefined) throw notYet(chain, round, now());
      return verified(chain, round, relayed);
    } catch (error) {
      signal?.throwIfAborted();
      failures.push(error);
    }
  }
  throw worstOf(failures);
}

function verified(chain: ChainInfo, round: number, relayed: RelayedRound): string {
  const { signature, randomness } = relayed;
  if (relayed.round !== round) throw lie('another round');
  if (randomness !== undefined && randomness !== toRandomness(signature).toString('hex')) {
    throw lie('randomness is not the hash of the signature');
  }
  if (!isRoundSigned(chain, round, signature)) throw lie('wrong signature');
  return signature;
}

/** A relay that lags is worth waiting for, so that answer outweighs the others. */
function worstOf(failures: readonly unknown[]): unknown {
  const waiting = failures.find((error) => error instanceof ProviderError && error.code === 'PROVIDER_007');
  return (
    waiting ?? failures.at(-1) ?? new ProviderError('PROVIDER_005', { provider: 'drand', reason: 'no relay' })
  );
}

function ownRound(beacon: CommitmentBeacon, chainHash: string): Extract<CommitmentBeacon, { type: 'drand' }> {
  if (beacon.type !== 'drand') throw new UserError('USER_002', { what: 'beacon', id: beacon.type });
  if (beacon.chain !== chainHash) throw new UserError('USER_002', { what: 'drand chain', id: beacon.chain });
  return beacon;
}

function notYet(chain: ChainInfo, round: number, now: Date): ProviderError {
  const timeMs = roundTimeMs(chain, round);
  const revealedAt = new Date(timeMs).toISOString();
  const retryAfterMs = Math.max(chain.period * 1_000, timeMs - now.getTime());
  return new ProviderError('PROVIDER_007', { provider: 'drand', round, revealedAt }, { retryAfterMs });
}

const lie = (reason: string): ProviderError =>
  new ProviderError('PROVIDER_004', { provider: 'drand', reason });
