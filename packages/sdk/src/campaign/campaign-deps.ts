import type { KeyObject } from 'node:crypto';
import type { Knowledge } from '../plan/knowledge.js';
import type { ChannelAdapter } from '../providers/channel.js';
import type { MediaStore } from '../providers/media-store.js';
import type { Messenger } from '../providers/messenger.js';
import type { RandomnessBeacon } from '../providers/randomness-beacon.js';
import type { SalesSource } from '../providers/sales-source.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { StoredEntry } from '../store/entry-repository.js';
import type { Store } from '../store/store.js';
import type { Stage } from './stage.js';

/** Everything the workflow of one campaign borrows. */
export interface CampaignDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly now: () => Date;
  readonly channels: readonly ChannelAdapter[];
  readonly messenger: Messenger;
  readonly beacon: () => RandomnessBeacon;
  readonly media: MediaStore;
  readonly sales: SalesSource | undefined;
  /** The organiser's signing key of this campaign. */
  readonly organiserKey: () => Promise<KeyObject>;
  readonly openPerson: (entry: StoredEntry) => Promise<{ readonly name: string; readonly phone: string }>;
  /** Address at which the server can be reached from outside. */
  readonly publicUrl: () => string;
  readonly mediaUrl: (campaign: Campaign, creative: Creative) => string;
  /** Stops after this stage. */
  readonly until: Stage | undefined;
}
