import type { VoidOptions } from './campaign/void-draw.js';
import type { AuditFile } from './schema/audit.js';
import type { SignedVoid } from './schema/draw-void.js';

export interface VoidDrawOptions extends VoidOptions {
  /** Signs nothing that stays: shows what would be declared. @defaultValue false */
  readonly dryRun?: boolean;
}

/** People who had heard that they have won, or may have, and who wait for their prize. */
export interface VoidNotices {
  readonly known: number;
  /** Of them, those who were told that the draw does not hold. None, while no messenger is connected. */
  readonly sent: number;
  readonly failed: number;
  /** Whose message may have gone out: a person decides. */
  readonly inDoubt: number;
  /** When it goes on: by day, or after a failure that may pass. */
  readonly nextAt: string | undefined;
}

/** When a draw does not hold, and what the organiser has signed of a campaign's history. */
export interface Voiding {
  /**
   * Declares a draw void by a signed public record, for ever, and ends the campaign unless it is over. Nobody is drawn
   * or given anything after it, and the campaign is never drawn again. Whoever waits for a prize is told, once and by day;
   * `advance` carries that on. The same words again confirm the first.
   *
   * @throws UserError `USER_001`; `USER_002` before there is a commitment; `USER_020` when the next draw's randomness
   * would come too soon; `USER_092` when it is void for another reason; `USER_093` while the randomness may still come.
   */
  voidDraw(campaignId: string, options: VoidDrawOptions): Promise<SignedVoid>;
  /** What says that the draw does not hold, if anything does. Cheap, for pages that many people ask for. */
  voidOf(campaignId: string): Promise<SignedVoid | undefined>;
  /** Who has to hear of a void, and who has. Also before one, to know what it would mean. */
  voidNotices(campaignId: string): Promise<VoidNotices>;
  /** The audit chain of a campaign with its signed heads. It names entries by number, and nobody. */
  auditChain(campaignId: string): Promise<AuditFile>;
}
