import type {
  CouponStock,
  Creative,
  DrawRecord,
  EntryDemands,
  Place,
  Processor,
  SignedVoid,
} from '@kt-event/sdk';
import type { PlannedCampaign } from './planned-campaign.js';
import type { ReturnedForm } from './returned-form.js';

export interface EntryPageOptions {
  readonly campaign: PlannedCampaign;
  /** Pieces, first-come only. */
  readonly stock: CouponStock | undefined;
  /** When that was counted. */
  readonly at: string;
  /** What the draw was bound to, once the list is fixed. */
  readonly commitment: DrawRecord['commitment']['commitment'] | undefined;
  /** Says that the draw does not hold. */
  readonly voided: SignedVoid | undefined;
  readonly picture: (Pick<Creative, 'text' | 'widthPx' | 'heightPx'> & { readonly url: string }) | undefined;
  /** Who handles people's data for the store. */
  readonly processors: readonly Processor[];
  /** Asks for people, while the event wants it. @defaultValue none */
  readonly widget?: EntryDemands['widget'];
  /** Makes a resubmit of this very page harmless. */
  readonly idempotencyKey: string;
  /** The code of the store's screen, if the address brought one: six digits, and not checked beyond that. */
  readonly visitCode?: string | undefined;
  /** Where the participant found the event, if the address told. */
  readonly place?: Place | undefined;
  /** What was sent and refused. */
  readonly form: ReturnedForm | undefined;
}
