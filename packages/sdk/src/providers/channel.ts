import type { Idempotency } from '../runs/journal.js';
import type { Creative } from '../schema/creative.js';
import type { Channel, Mode } from '../schema/primitives.js';
import type { Publication } from '../schema/publication.js';
import type { StoreProfile } from '../schema/store-profile.js';

/** One campaign's content for one channel. */
export interface ChannelPost {
  readonly campaignId: string;
  readonly store: StoreProfile;
  readonly title: string;
  /** Body with the lines the law and the channel ask for, hashtags apart. */
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly images: readonly (Creative & { readonly url: string })[];
  /** The entry page, tagged for this channel. */
  readonly link: string;
  /** First and last day, Asia/Seoul. */
  readonly period: { readonly start: string; readonly end: string };
}

/** Where a post ended up. */
export interface Placement {
  readonly externalId: string;
  readonly state: Extract<Publication['state'], 'published' | 'submitted' | 'prepared'>;
  readonly url?: string;
}

/** Carries our reference into the provider's fields, so that a lost answer can be looked up. */
export interface PublishOptions {
  readonly reference: string;
  /** What {@link ChannelAdapter.prepare} returned. */
  readonly handle?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Places a post on one channel. Publishing the same post twice must reach people once. */
export interface ChannelAdapter {
  readonly channel: Channel;
  /** Name of the outside system, for errors and reports. */
  readonly provider: string;
  readonly mode: Mode;
  readonly idempotency: Idempotency;
  /** Longest time the provider may still be working on a lost request, ms. A look-up earlier proves nothing. */
  readonly quietMs: number;
  /** True when the wire protocol is our assumption because none is published. */
  readonly assumedProtocol: boolean;
  /** What this publication costs, won. */
  priceKrw(post: ChannelPost): number;
  /** Harmless preparation, memoised: an upload or a container. Returns its handle. */
  prepare?(post: ChannelPost, signal?: AbortSignal): Promise<string>;
  publish(post: ChannelPost, options: PublishOptions): Promise<Placement>;
  /** Only for `lookup`: what came of an earlier, unanswered publish. */
  find?(post: ChannelPost, options: PublishOptions): Promise<Placement | undefined>;
}
