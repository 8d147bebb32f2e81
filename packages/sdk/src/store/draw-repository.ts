import type { Json } from '../runs/json.js';
import type { SignedCommitment, Transcript } from '../schema/draw.js';
import type { SignedVoid } from '../schema/draw-void.js';

type DrawState = 'committed' | 'drawn';

export interface DrawRecord {
  readonly campaignId: string;
  readonly state: DrawState;
  readonly commitment: SignedCommitment;
  readonly transcript?: Transcript | undefined;
  /** Says for ever that this draw does not hold. */
  readonly voided?: SignedVoid | undefined;
}

/** One draw for a campaign, ever: the database refuses a second and refuses to forget the first. */
export interface DrawRepository {
  find(campaignId: string): Promise<DrawRecord | undefined>;
  /** The same commitment again is a no-op. @throws UserError `USER_013` for another one. */
  commit(campaignId: string, commitment: SignedCommitment): Promise<void>;
  /** The same transcript again is a no-op. @throws UserError `USER_013` for another one, `USER_092` once it is void. */
  complete(campaignId: string, transcript: Transcript): Promise<void>;
  /** What says that the draw does not hold; cheap, for pages that many people ask for. */
  voidOf(campaignId: string): Promise<SignedVoid | undefined>;
  /**
   * Declares the draw void, once, with its record in the audit chain, and ends a campaign that is not over: all of it
   * or nothing. @throws UserError `USER_092` for another declaration.
   */
  void(campaignId: string, voided: SignedVoid, audit: Json): Promise<void>;
}
