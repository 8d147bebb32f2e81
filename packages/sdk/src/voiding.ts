import type { VoidOptions } from './campaign/void-draw.js';
import type { AuditFile } from './schema/audit.js';
import type { SignedVoid } from './schema/draw-void.js';

export interface VoidDrawOptions extends VoidOptions {
  /** Signs nothing that stays: shows what would be declared. @defaultValue false */
  readonly dryRun?: boolean;
}

/** When a draw does not hold, and what the organiser has signed of a campaign's history. */
export interface Voiding {
  /**
   * Declares a draw void by a signed public record, for ever, and ends the campaign unless it is over. Nobody is drawn,
   * told or given anything after it, and the campaign is never drawn again. The same words again confirm the first.
   *
   * @throws UserError `USER_001`; `USER_002` before there is a commitment; `USER_020` when the next draw's randomness
   * would come too soon; `USER_092` when it is void for another reason; `USER_093` while the randomness may still come.
   */
  voidDraw(campaignId: string, options: VoidDrawOptions): Promise<SignedVoid>;
  /** What says that the draw does not hold, if anything does. Cheap, for pages that many people ask for. */
  voidOf(campaignId: string): Promise<SignedVoid | undefined>;
  /** The audit chain of a campaign with its signed heads. It names entries by number, and nobody. */
  auditChain(campaignId: string): Promise<AuditFile>;
}
