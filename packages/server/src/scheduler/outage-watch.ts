import { isOpenTooLong, type KtEvent, openTimeMs, ProviderError } from '@kt-event/sdk';

export interface OutageWatchOptions {
  readonly ktEvent: Pick<KtEvent, 'providers'>;
  readonly now: () => Date;
  /** Gets `PROVIDER_003` with the seconds so far, or why nothing could be known. */
  readonly warn: (error: unknown) => void;
}

/** Each call looks once, and warns of providers that have been paused for too long: once, until they are well again. */
export function createOutageWatch({ ktEvent, now, warn }: OutageWatchOptions): () => Promise<void> {
  let warned: ReadonlySet<string> = new Set();

  return async () => {
    try {
      const at = now();
      const outages = (await ktEvent.providers()).filter((health) => isOpenTooLong(health, at));
      for (const { provider, openSince } of outages) {
        const seconds = Math.floor(openTimeMs({ openSince }, at) / 1_000);
        if (!warned.has(provider)) warn(new ProviderError('PROVIDER_003', { provider, seconds }));
      }
      warned = new Set(outages.map(({ provider }) => provider));
    } catch (error) {
      warn(error);
    }
  };
}
