import type { KeyObject } from 'node:crypto';
import type { Knowledge } from '../plan/knowledge.js';
import type { Planning } from '../plan/merge/ask-models.js';
import type { ChannelAdapter } from '../providers/channel.js';
import type { ClipInspector } from '../providers/clip-inspector.js';
import type { FilmMaker } from '../providers/film-maker.js';
import type { MediaStore } from '../providers/media-store.js';
import type { Messenger } from '../providers/messenger.js';
import type { RandomnessBeacon } from '../providers/randomness-beacon.js';
import type { SalesSource } from '../providers/sales-source.js';
import type { SoundEncoder } from '../providers/sound-encoder.js';
import type { SpeechModel } from '../providers/speech-model.js';
import type { TimeStampAuthority } from '../providers/time-stamp-authority.js';
import type { Designs, Renderer } from '../render/index.js';
import type { Brief } from '../schema/brief.js';
import type { Campaign } from '../schema/campaign.js';
import type { Creative } from '../schema/creative.js';
import type { Channel } from '../schema/primitives.js';
import type { Trends } from '../schema/trend.js';
import type { StoredEntry } from '../store/entry-repository.js';
import type { Store } from '../store/store.js';
import type { Painters } from './painters.js';
import type { Writer } from './rewriting/writer.js';
import type { Stage } from './stage.js';

/** What a person has asked for about publishing, this time. */
export interface DistributionChoice {
  /** @defaultValue every channel that nobody holds back */
  readonly channels?: readonly Channel[] | undefined;
  /** Channels that refused for good are tried again. @defaultValue false */
  readonly again?: boolean | undefined;
  /** The store may say the same thing twice on a channel. @defaultValue false */
  readonly allowDuplicate?: boolean | undefined;
}

type AskTrends = (
  brief: Pick<Brief, 'store' | 'period'>,
  options: { readonly toKeep: true; readonly signal?: AbortSignal | undefined },
) => Promise<Trends>;

/** Everything the workflow of one campaign borrows. */
export interface CampaignDeps {
  readonly store: Store;
  readonly knowledge: Knowledge;
  readonly planning: Planning;
  /** What sources outside say of a store and a time. Absent when none has a key. @defaultValue absent */
  readonly trends?: AskTrends | undefined;
  readonly now: () => Date;
  /** 0 to 1. For trying what is little known, never for a draw. */
  readonly random: () => number;
  readonly channels: readonly ChannelAdapter[];
  readonly messenger: Messenger;
  readonly beacon: () => RandomnessBeacon;
  /** Absent when no authority is configured. */
  readonly timeStamps: TimeStampAuthority | undefined;
  readonly media: MediaStore;
  readonly renderer: Pick<Renderer, 'draw'>;
  readonly films: FilmMaker;
  /** Absent where nothing on this machine codes AAC. */
  readonly soundEncoder: SoundEncoder | undefined;
  /** Absent where nothing on this machine decodes clips: none is ordered. */
  readonly clipInspector: ClipInspector | undefined;
  /** Those of the campaign: an agency's folder may have changed since it was planned. */
  readonly designs: () => Promise<Designs>;
  /** Who paints pictures and clips, and for how much. */
  readonly painters: Painters;
  /** Who rewrites the words of channels. Absent: the plan's are printed. */
  readonly writer: Writer | undefined;
  /** Absent when nothing on this machine, and no provider, can speak. */
  readonly speech: SpeechModel | undefined;
  readonly sales: SalesSource | undefined;
  /** The organiser's signing key of this campaign. */
  readonly organiserKey: () => Promise<KeyObject>;
  /** Makes the tokens of this campaign's winners' links. */
  readonly claimKey: () => Promise<Uint8Array>;
  readonly openPerson: (entry: StoredEntry) => Promise<{ readonly name: string; readonly phone: string }>;
  /** Address at which the server can be reached from outside. */
  readonly publicUrl: () => string;
  /** Where a channel can fetch a creative, uploaded if need be, signed as of `at`. Never stored. */
  readonly mediaUrl: (campaign: Campaign, creative: Creative, at: Date) => Promise<string>;
  /** The page that checks a draw offline; undefined where it was never made. */
  readonly verifierPage: () => Promise<Uint8Array | undefined>;
  readonly distribution: DistributionChoice;
  /** Stops after this stage. */
  readonly until: Stage | undefined;
}
