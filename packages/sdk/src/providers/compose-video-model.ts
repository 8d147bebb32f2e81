import { KtEventError, ProviderError } from '../errors/index.js';
import { policyDefaults } from '../resilience/policy-defaults.js';
import { withTimeout } from '../resilience/with-timeout.js';
import { fetchClip } from './fetch-clip.js';
import type { MediaRate } from './media-rate.js';
import type { ProviderOptions } from './provider-options.js';
import type { ClipRequest, VideoModel } from './video-model.js';

/** What adapters of video models are made of, beside their credentials. */
export interface VideoModelOptions extends ProviderOptions {
  readonly model: string;
  /** Of one second. */
  readonly rate: MediaRate;
  readonly seconds: number;
  readonly wantsPicture: boolean;
  /** Resolves after `ms`, rejects when `signal` aborts. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
}

/** How an order stands. */
export type Looked =
  | { readonly state: 'working' }
  /** Its provider could not be asked. */
  | { readonly state: 'unknown' }
  | { readonly state: 'made'; readonly url: string }
  | { readonly state: 'failed'; readonly error: KtEventError };

interface Parts extends VideoModelOptions {
  readonly provider: string;
  /** No provider likes to be asked more often. */
  readonly pollMs: number;
  /** One call that gives the order's name. */
  readonly order: (request: ClipRequest, signal: AbortSignal) => Promise<string>;
  readonly look: (order: string, signal: AbortSignal) => Promise<Looked>;
  /** Sent to the provider alone when the clip is fetched, and to nobody it leads to. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Looks in a row that may fail: some two minutes in which a provider is down. */
const mostFailedLooks = 20;
/** Busy, paused, out of reach, no answer. */
const passing: readonly string[] = ['PROVIDER_002', 'PROVIDER_003', 'PROVIDER_005', 'PROVIDER_006'];
const timeoutMs = policyDefaults.videoModel.jobTimeoutMs ?? 0;

/** What all video models share: one order, patient looks, and a file that is a film. */
export function composeVideoModel(parts: Parts): VideoModel {
  const { provider, model, mode, policy, rate, seconds, wantsPicture } = parts;

  /** Work goes on while its provider cannot be reached, and it is paid for: a look that fails is not the end of it. */
  async function lookOnce(order: string, signal: AbortSignal, isLast: boolean): Promise<Looked> {
    try {
      return await policy((signal) => parts.look(order, signal), { signal, repeatable: true });
    } catch (error) {
      if (isLast || !KtEventError.is(error) || !passing.includes(error.code)) throw error;
      return { state: 'unknown' };
    }
  }

  async function made(order: string, signal: AbortSignal): Promise<string> {
    let failed = 0;
    while (true) {
      const looked = await lookOnce(order, signal, failed === mostFailedLooks);
      if (looked.state === 'made') return looked.url;
      if (looked.state === 'failed') throw looked.error;
      failed = nextFailed(failed, looked);
      await parts.sleep(parts.pollMs, signal);
    }
  }

  return {
    provider,
    model,
    mode,
    seconds,
    wantsPicture,
    priceKrw: rate.krw * seconds,
    price: { source: rate.source, date: rate.date },
    order: (request, signal) => policy((signal) => parts.order(request, signal), { signal }),
    fetch: (order, signal) =>
      withTimeout(
        async (signal) => {
          const url = await made(order, signal);
          return policy((signal) => fetchClip(parts, url, signal), { signal, repeatable: true });
        },
        { name: provider, timeoutMs, signal },
      ),
  };
}

/** A film that was begun and came to nothing: whether it was paid for is not said, so it counts as paid. */
export function failedFilm(provider: string, why: string): ProviderError {
  return new ProviderError('PROVIDER_004', { provider, reason: `the film failed: ${why}` });
}

function nextFailed(failed: number, { state }: Looked): number {
  return state === 'unknown' ? failed + 1 : 0;
}
