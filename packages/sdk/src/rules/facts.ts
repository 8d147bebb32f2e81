import type { EntryMechanic } from '../schema/brief.js';
import type { Schedule } from '../schema/plan.js';
import type { Channel, Industry } from '../schema/primitives.js';
import type { Waiver } from '../schema/waiver.js';
import type {
  BreachFacts,
  ConsentFacts,
  DrawnFacts,
  PayoutFacts,
  PublishedWinnerFacts,
  RemainderFacts,
} from './facts-after.js';
import type { MessageFacts } from './facts-message.js';

/** What the rules read, and nothing else. Groups that are absent are not judged. */
export interface Facts {
  readonly campaignName: string;
  readonly store: { readonly name: string; readonly phone: string; readonly industry: Industry };
  /** Participation method, by its id in the knowledge base. */
  readonly methodId: string;
  readonly winners: number;
  readonly reserves: number;
  readonly entry: EntryFacts;
  readonly prizes: readonly { readonly name: string; readonly valueKrw: number }[];
  /** Who pays the tax on a prize, as the texts say it. */
  readonly taxBearer?: 'winner' | 'store' | undefined;
  readonly schedule: Schedule;
  /** Public source of randomness, fixed in the brief. */
  readonly beacon?: string | undefined;
  readonly texts: readonly TextFacts[];
  readonly pictures: readonly PictureFacts[];
  /** Signs outside the store. */
  readonly outdoor?: readonly OutdoorFacts[] | undefined;
  /** What the page with the result of a draw shows. */
  readonly announcement?: AnnouncementFacts | undefined;
  readonly form?: FormFacts | undefined;
  readonly processors?: readonly ProcessorFacts[] | undefined;
  readonly messages?: readonly MessageFacts[] | undefined;
  readonly drawn?: DrawnFacts | undefined;
  readonly payouts?: readonly PayoutFacts[] | undefined;
  readonly publishedWinners?: readonly PublishedWinnerFacts[] | undefined;
  readonly consents?: ConsentFacts | undefined;
  readonly remainder?: RemainderFacts | undefined;
  readonly breach?: BreachFacts | undefined;
  /** Reasons that people have written down. They change no fact. */
  readonly waivers?: readonly Waiver[] | undefined;
}

interface EntryFacts {
  readonly mechanic: EntryMechanic['mechanic'];
  readonly feeKrw: number;
  readonly purchaseRequired: boolean;
  readonly ticketsTradable: boolean;
  /** Tickets of somebody whose visit is confirmed; everybody else has 1. */
  readonly visitWeight: number;
  readonly weightDisclosed: boolean;
}

/** Words published on one channel. */
export interface TextFacts {
  readonly channel: Channel | 'print';
  readonly title: string;
  readonly text: string;
  readonly hashtags: readonly string[];
}

export interface PictureFacts {
  readonly channel: Channel | 'print';
  /** What it shows in words, as its alternative text says. */
  readonly text: string;
  readonly paintedByModel: boolean;
  /** It says that it was made by AI. */
  readonly labelled: boolean;
  /** It says that the real thing may look different. */
  readonly saysMayDiffer: boolean;
  /** Fonts, pictures and music in it may be used. */
  readonly licensed: boolean;
  /** It looks like a message of KakaoTalk, or carries its logo. */
  readonly imitatesKakao: boolean;
}

interface OutdoorFacts {
  readonly kind: 'banner' | 'street_poster' | 'flyer';
  /** Permitted or reported, or on a designated board. */
  readonly permitted: boolean;
}

export interface AnnouncementFacts {
  readonly entryCount: boolean;
  readonly method: boolean;
  readonly proof: boolean;
  readonly maskedWinners: boolean;
}

export type ConsentNotice = 'purpose' | 'items' | 'retention' | 'refusal';

/** The page on which people enter. */
export interface FormFacts {
  readonly notices: readonly ConsentNotice[];
  readonly fields: readonly string[];
  readonly tickedInAdvance: boolean;
  readonly marketing: { readonly separate: boolean; readonly required: boolean };
  /** Years. */
  readonly minimumAge: number;
  readonly guardianFlow: boolean;
  /** Retention, contact and recipients stand out from the rest of the notice. */
  readonly emphasised: boolean;
  readonly asksFriendsPhone: boolean;
  readonly visitProof: 'none' | 'code' | 'receipt' | 'gps';
  readonly locationReported: boolean;
  readonly withdrawal: 'none' | 'as_easy' | 'harder';
  /** Others who are given what people enter. */
  readonly recipients?: readonly RecipientFacts[];
  /** Present when people send in pictures or texts. */
  readonly uploads?: UploadFacts;
  readonly firstCome?: {
    readonly serverClock: boolean;
    readonly exactStock: boolean;
    readonly remainingShown: boolean;
    readonly onePerPerson: boolean;
  };
}

export type RecipientNotice = 'recipient' | 'purpose' | 'items' | 'retention' | 'refusal';

/** A third party that uses the data for itself. */
interface RecipientFacts {
  readonly name: string;
  readonly notices: readonly RecipientNotice[];
  readonly separateConsent: boolean;
}

interface UploadFacts {
  /** The terms say how far, how long and in which media the store may use them. */
  readonly licensed: boolean;
  readonly showPeople: boolean;
  readonly portraitRelease: boolean;
}

/** Somebody who handles personal data for the store. */
export interface ProcessorFacts {
  readonly name: string;
  readonly task: 'hosting' | 'messaging' | 'marketing' | 'bulk_text_ads';
  readonly contract: boolean;
  readonly disclosed: boolean;
  readonly subjectsNotified: boolean;
  readonly subProcessor: boolean;
  readonly storeAgreed: boolean;
  readonly certifiedSender: boolean;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly overseasNotice: boolean;
}
