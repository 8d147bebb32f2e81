import type { SignedCommitment, Transcript } from '../schema/draw.js';

type DrawState = 'committed' | 'drawn';

export interface DrawRecord {
  readonly campaignId: string;
  readonly state: DrawState;
  readonly commitment: SignedCommitment;
  readonly transcript?: Transcript | undefined;
}

/** One draw for a campaign, ever: the database refuses a second and refuses to forget the first. */
export interface DrawRepository {
  find(campaignId: string): Promise<DrawRecord | undefined>;
  /** The same commitment again is a no-op. @throws UserError `USER_013` for another one. */
  commit(campaignId: string, commitment: SignedCommitment): Promise<void>;
  /** The same transcript again is a no-op. @throws UserError `USER_013` for another one. */
  complete(campaignId: string, transcript: Transcript): Promise<void>;
}
