import type { Bilingual } from '../errors/index.js';
import type { Idempotency } from '../runs/journal.js';
import type { Creative } from '../schema/creative.js';
import type { Channel, Mode } from '../schema/primitives.js';
import type { Publication, PublicationState } from '../schema/publication.js';
import type { StoreProfile } from '../schema/store-profile.js';

/** A creative and where the channel can fetch it. */
export type PostMedia = Creative & { readonly url: string };

/** One campaign's content for one channel. */
export interface ChannelPost {
  readonly campaignId: string;
  readonly store: StoreProfile;
  readonly title: string;
  /** Body with the lines the law and the channel ask for, hashtags apart. */
  readonly text: string;
  readonly hashtags: readonly string[];
  readonly images: readonly PostMedia[];
  readonly videos: readonly PostMedia[];
  /** Spoken words. Their script is the creative's text. */
  readonly audio: readonly PostMedia[];
  /** The entry page, tagged for this channel. */
  readonly link: string;
  /** First and last day, Asia/Seoul. */
  readonly period: { readonly start: string; readonly end: string };
}

/** Where a post is at its channel. */
export interface Placement {
  readonly externalId: string;
  readonly state: Extract<
    PublicationState,
    'prepared' | 'submitted' | 'in_review' | 'scheduled' | 'published' | 'refused' | 'withdrawn'
  >;
  readonly url?: string;
  readonly scheduledFor?: string;
  readonly delivery?: NonNullable<Publication['delivery']>;
  /** The channel's own words: why it refused, or what it adds. */
  readonly reason?: string;
}

/** Carries our reference into the provider's fields, so that a lost answer can be looked up. */
export interface PublishOptions {
  readonly reference: string;
  /** What {@link ChannelAdapter.prepare} returned. */
  readonly handle?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** What people did with a publication, as far as the channel tells. A figure it does not tell is absent, never 0. */
export interface ChannelMetrics {
  readonly views?: number;
  readonly reach?: number;
  readonly likes?: number;
  readonly comments?: number;
  readonly saves?: number;
  readonly shares?: number;
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
  /** Recipients of a message; absent for a channel that anybody may pass by. */
  recipients?(post: ChannelPost): number;
  /** What the channel would refuse this post for, as far as can be told without asking it. Pure. */
  check(post: ChannelPost): readonly Bilingual[];
  /** How long a prepared handle can be published, ms. @defaultValue for ever */
  readonly handleLifeMs?: number;
  /** Harmless preparation: an upload or a container. Returns its handle, which is kept until `publish` is settled. */
  prepare?(post: ChannelPost, signal?: AbortSignal): Promise<string>;
  publish(post: ChannelPost, options: PublishOptions): Promise<Placement>;
  /** Only for `lookup`: what came of an earlier, unanswered publish. */
  find?(post: ChannelPost, options: PublishOptions): Promise<Placement | undefined>;
  /** Where a publication is now. Reads only. Absent where the channel does not tell. */
  track?(externalId: string, signal?: AbortSignal): Promise<Placement>;
  /** Takes a publication back; doing it twice is harmless. Absent where the channel has no way to. */
  withdraw?(externalId: string, options: Omit<PublishOptions, 'handle'>): Promise<void>;
  /** Reads only. Absent where the channel does not tell. */
  measure?(externalId: string, signal?: AbortSignal): Promise<ChannelMetrics>;
}
