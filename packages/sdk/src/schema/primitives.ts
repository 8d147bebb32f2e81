import { z } from 'zod';

/** `cmp-` and twelve characters: also valid as the `event_id` of a draw. */
export const campaignIdSchema = z.string().regex(/^cmp-[a-z0-9]{12}$/);

/** Last part of the public address `/e/{slug}`: short, so that the QR code stays coarse. */
export const slugSchema = z.string().regex(/^[a-z0-9]{4,16}$/);

/** ISO 8601 with an offset, or `Z`. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A calendar day in the campaign's zone, Asia/Seoul. */
export const daySchema = z.iso.date();

/** Integer won. */
export const krwSchema = z.int().nonnegative();

export const bilingualSchema = z.object({ ko: z.string(), en: z.string() });

/** Who answered: built-in code, a stand-in on this machine, or the real provider. */
export const modeSchema = z.enum(['local', 'sandbox', 'live']);
export type Mode = z.infer<typeof modeSchema>;

export const channelSchema = z.enum([
  'wooridongne_tv',
  'ringo_biz',
  'genie_tv',
  'instagram',
  'naver_blog',
  'kakao_channel',
]);
export type Channel = z.infer<typeof channelSchema>;

export const industrySchema = z.enum([
  'cafe',
  'restaurant',
  'salon',
  'gym',
  'academy',
  'convenience',
  'florist',
  'bakery',
  'apparel',
  'nail',
  'clinic',
  'pet',
]);
export type Industry = z.infer<typeof industrySchema>;

export const objectiveSchema = z.enum(['new_customer', 'revisit', 'sales_uplift', 'awareness', 'review_ugc']);
export type Objective = z.infer<typeof objectiveSchema>;
