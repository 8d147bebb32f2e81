import type { TaxRow } from './award/tax-sheet.js';
import type { Award, AwardEvent, ForfeitReason, HandOver } from './schema/award.js';
import type { Campaign } from './schema/campaign.js';
import type { ClaimInput } from './schema/claim.js';
import type { SignedVoid } from './schema/draw-void.js';
import type { NoticeKind } from './schema/notice.js';
import type { Plan, Prize } from './schema/plan.js';

/** One drawn person as staff see them: masked. */
export interface WinnerRow {
  readonly award: Award;
  /** Absent for a reserve that waits. */
  readonly prize: Prize | undefined;
  /** `정*훈 · 5678`; absent once the personal data is destroyed. */
  readonly masked: string | undefined;
}

/** What a winner sees on their own page. */
export interface WinnerPage extends WinnerRow {
  readonly campaign: Campaign & { readonly plan: Plan };
  readonly prize: Prize;
  /** In which ways the prize can reach them. */
  readonly ways: readonly HandOver[];
  /** Tax on the prize, won; 0 up to the threshold. */
  readonly taxKrw: number;
  readonly taxBearer: 'winner' | 'store';
  /** Until when what the law asks for is kept, as far as can be said now. */
  readonly taxKeptUntil: string;
  /** Says that the draw does not hold: nobody is given anything. */
  readonly voided: SignedVoid | undefined;
  /** True while it can be claimed or declined. */
  readonly open: boolean;
}

export interface Forfeiture {
  readonly lost: WinnerRow;
  /** Who holds the prize now; absent when no reserve is left, or none has enough time. */
  readonly heir: WinnerRow | undefined;
}

/** A text to have approved for AlimTalk, to the character. */
export interface NoticeTemplate {
  readonly kind: NoticeKind;
  readonly text: string;
  /** Environment variable that names the approved template. */
  readonly variable: string;
  /** Kind of message as which this notice goes out now; `none` while no messenger is connected. */
  readonly sentAs: 'alimtalk' | 'text' | 'none';
  /**
   * What the dealer keeps under the template's id, where it was asked: the same text, another one, or nothing that is
   * approved.
   */
  readonly kept?: 'same' | 'differs' | 'unapproved' | 'unknown';
  /** First line in which the texts differ, from 1. */
  readonly differsAt?: number;
}

interface Staff {
  /** Who did it, for the audit chain. */
  readonly by: string;
}

/** Prizes, from drawn to handed over. */
export interface Winning {
  /** Everybody who was drawn, in drawn order, masked. */
  winners(campaignId: string): Promise<WinnerRow[]>;
  /** What became of the prizes so far, oldest first. Names nobody. */
  awardHistory(campaignId: string): Promise<AwardEvent[]>;
  /** The page behind a winner's link. @throws UserError `USER_070` */
  winnerPage(token: string): Promise<WinnerPage>;
  /**
   * The winner's yes, once; what is claimed already stays as it was claimed.
   * @throws UserError `USER_001`, `USER_070`, `USER_071`, `USER_072`, `USER_092`
   */
  claimPrize(token: string, claim: ClaimInput): Promise<WinnerPage>;
  /** The winner's no: the next reserve is promoted. @throws UserError `USER_070`, `USER_071`, `USER_072` */
  declinePrize(token: string): Promise<WinnerPage>;
  /** Staff saw the receipt at the counter. @throws UserError `USER_071`, `USER_072` */
  recordClaim(campaignId: string, no: number): Promise<WinnerRow>;
  /** The prize is in the winner's hands. @throws UserError `USER_071`, `USER_073` */
  handOverPrize(campaignId: string, no: number, options?: { readonly taxDone?: boolean }): Promise<WinnerRow>;
  /**
   * Takes a prize from its winner for a reason; the next reserve is promoted and told by the campaign's run.
   * @throws UserError `USER_071`; `USER_008` when nobody would be told any more
   */
  forfeitPrize(
    campaignId: string,
    no: number,
    options: { readonly reason: ForfeitReason; readonly dryRun?: boolean },
  ): Promise<Forfeiture>;
  /**
   * The notices as templates, and how each goes out now.
   * @param options - `check`: asks the dealer which text it keeps; whatever the dealer answers with is thrown
   */
  noticeTemplates(options?: { readonly check?: boolean }): Promise<NoticeTemplate[]>;
  /** Staff have told a winner whom no messenger could tell. @throws UserError `USER_071` */
  markTold(campaignId: string, no: number): Promise<WinnerRow>;
  /** Has the messenger try again for those it gave up. @returns how many there are */
  tellAgain(campaignId: string): Promise<number>;
  /** Prizes above the threshold, with what is due when. */
  taxSheet(campaignId: string): Promise<TaxRow[]>;
  /**
   * The winners with everything that the store needs to hand prizes over: personal data, as a table for Excel. Who
   * took it when goes into the audit chain. `tax`: those alone on whose prize tax is due, with what the tax office is told.
   */
  exportWinners(campaignId: string, options: Staff & { readonly tax?: boolean }): Promise<string>;
}
