import type { ProviderName } from './provider-name.js';

/** Something a customer can see, or a channel has taken over: the stand-in did it once for each row. */
export interface Publication {
  readonly provider: ProviderName;
  /** `INSTAGRAM`, `NAVER_BLOG`, `SMS`, `ALIMTALK`, `BRAND_MESSAGE`, or the KT channel as it was asked for. */
  readonly channel: string;
  readonly externalId: string;
  /** The caller's own mark, where the protocol has a place for one. */
  readonly reference?: string;
  /** Virtual instant, ISO 8601. */
  readonly at: string;
}
