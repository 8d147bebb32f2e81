import type { Json } from '../runs/json.js';
import type { Award, AwardEvent, AwardReason, AwardState, ForfeitReason } from '../schema/award.js';

type Changeable = 'toldAt' | 'claimedAt' | 'claimedBy' | 'handOver';
type AwardChange = { readonly [Field in Changeable]?: NonNullable<Award[Field]> };

/** A change of state, and all that becomes true with it. */
export interface AwardMove {
  readonly campaignId: string;
  readonly no: number;
  readonly from: readonly AwardState[];
  readonly to: AwardState;
  readonly at: string;
  readonly reason: AwardReason;
  readonly change?: AwardChange;
  /** What the winner has written, sealed. */
  readonly form?: SealedForm | undefined;
  readonly tax?: SealedTax | undefined;
  /** For the campaign's audit chain, when a prize moves. */
  readonly audit?: Json | undefined;
}

export interface SealedForm {
  readonly sealed: string;
  readonly keyVersion: number;
}

/** What tax law asks for. Apart from everything else: another key, another time to live. */
export interface SealedTax {
  readonly sealed: string;
  /** Day until which the law has it kept. */
  readonly keepUntil: string;
}

export interface Forfeit {
  readonly campaignId: string;
  readonly no: number;
  /** Only while it is in one of these. */
  readonly from: readonly AwardState[];
  readonly reason: ForfeitReason;
  readonly at: string;
  /** The next reserve's own deadline. Absent when it is too late for anybody else. */
  readonly heirUntil?: string | undefined;
}

export interface Forfeited {
  /** False when it was in another state by then, and nothing has changed. */
  readonly ended: boolean;
  /** Who holds the prize now, if anybody does. */
  readonly heir?: Award | undefined;
}

/**
 * Who holds which prize. Each change is one transaction with its record: a state that moved without its reason, or a
 * prize that left one winner without reaching the next, cannot be found on disk.
 */
export interface AwardRepository {
  /** Writes down what was drawn. What stands already stays as it is. */
  open(awards: readonly Award[]): Promise<void>;
  find(campaignId: string, no: number): Promise<Award | undefined>;
  /** By the hash of the token in a winner's link. */
  findByToken(tokenHash: string): Promise<Award | undefined>;
  /** In drawn order. */
  list(campaignId: string): Promise<Award[]>;
  /** @returns false when it was in none of the states `from`. */
  move(move: AwardMove): Promise<boolean>;
  /**
   * Ends an award; its prize goes to the first reserve that still waits, in the order in which they were drawn. The
   * audit chain gets `PROMOTE`, or `FORFEIT` when nobody is left.
   */
  forfeit(forfeit: Forfeit): Promise<Forfeited>;
  /** What is known about telling somebody; no change of state. `null` takes a value away. */
  mark(
    campaignId: string,
    no: number,
    marks: { readonly unreachedAt?: string | null; readonly remindedAt?: string },
  ): Promise<void>;
  /** True when somebody came to hold a prize since then, and has not been told. */
  hasUntold(campaignId: string, since: string): Promise<boolean>;
  /** Settled campaigns in which somebody holds a prize and has not been told. */
  lateUntold(): Promise<string[]>;
  form(campaignId: string, no: number): Promise<SealedForm | undefined>;
  tax(campaignId: string, no: number): Promise<SealedTax | undefined>;
  /** What winners of a campaign have written, by the number of the award. */
  forms(campaignId: string): Promise<ReadonlyMap<number, SealedForm>>;
  /** Seals what is there anew. */
  reseal(campaignId: string, forms: ReadonlyMap<number, SealedForm>): Promise<void>;
  /** Destroys what winners of a campaign have written, tax papers excepted. */
  eraseForms(campaignId: string): Promise<void>;
  /** True while the law has tax papers of this campaign kept. */
  keepsTax(campaignId: string): Promise<boolean>;
  /** Destroys the tax papers that the law had kept until before this day. @returns how many */
  eraseTax(day: string): Promise<number>;
  /** Oldest first. */
  events(campaignId: string): Promise<AwardEvent[]>;
}
