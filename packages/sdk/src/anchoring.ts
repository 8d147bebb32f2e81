import type { Anchor } from './schema/draw.js';

/** What to publish, so that everybody can see when the list was fixed. */
export interface AnchorText {
  /** 64 hex digits, of which none may be missing. */
  readonly hash: string;
  readonly text: string;
  /** From when on a place proves nothing; undefined where people decide about the randomness. */
  readonly until: string | undefined;
}

/** Places outside that show the commitment before anybody can know who wins. */
export interface Anchoring {
  /** From the earliest. */
  anchors(campaignId: string): Promise<Anchor[]>;
  /** Names nobody. @throws UserError `USER_002` before there is a commitment, `USER_092`, `USER_096` */
  anchorText(campaignId: string): Promise<AnchorText>;
  /**
   * A person has published it: the page is fetched and must show the whole hash. Only public addresses are read.
   * @throws UserError `USER_002`, `USER_043`, `USER_092`, `USER_095`, `USER_096`
   */
  anchorPost(
    campaignId: string,
    url: string,
    options?: { readonly signal?: AbortSignal | undefined },
  ): Promise<Anchor>;
}
