import { z } from 'zod';
import { findingSchema } from './finding.js';
import { messageKindSchema } from './notice.js';
import { placeTallySchema } from './place.js';
import { figureSchema } from './plan.js';
import {
  bilingualSchema,
  channelSchema,
  daySchema,
  instantSchema,
  krwSchema,
  modeSchema,
} from './primitives.js';
import { publicationStateSchema } from './publication.js';

/** Sales against the same weekdays before. Absent figures stay absent: a report never guesses. */
const upliftSchema = z.object({
  baselineKrw: krwSchema,
  actualKrw: krwSchema,
  incrementalKrw: z.int(),
  /** 95 % interval of the increment. */
  lowKrw: z.int(),
  highKrw: z.int(),
  /** False when the interval holds zero. */
  proven: z.boolean(),
});

export const reportSchema = z.object({
  schemaVersion: z.literal(1),
  campaignId: z.string(),
  mode: modeSchema,
  /** True when nobody real took part. */
  rehearsal: z.boolean(),
  at: instantSchema,
  /** First line of the report, one plain sentence. */
  headline: bilingualSchema,
  entries: z.object({
    accepted: z.int(),
    duplicates: z.int(),
    refused: z.int(),
    visitors: z.int(),
    marketingConsents: z.int(),
  }),
  /** Where participants found the campaign, as their links told. */
  places: z.array(placeTallySchema).default([]),
  /** Entries of each day, days without any left out. */
  days: z.array(z.object({ day: daySchema, entered: z.int().min(1) })).default([]),
  /** Prizes or coupons that were taken, of all that were won. */
  redeemed: z.object({ taken: z.int().nonnegative(), of: z.int().nonnegative() }).optional(),
  /** Participants who had not been there before, as the store has told. */
  newCustomers: z.int().nonnegative().optional(),
  channels: z.array(
    z.object({ channel: channelSchema, state: publicationStateSchema, mode: modeSchema, costKrw: krwSchema }),
  ),
  winners: z.object({ winners: z.int(), reserves: z.int(), notified: z.int(), unreached: z.int() }),
  /** Messages to people that really went out. Codes have no kind: they are text messages. */
  messages: z
    .array(
      z.object({
        purpose: z.enum(['winner', 'reminder', 'code']),
        kind: messageKindSchema.optional(),
        count: z.int(),
        costKrw: krwSchema,
      }),
    )
    .default([]),
  /** What each thing that a model or a voice was paid for came to: `paint/picture-1`. */
  ai: z.array(z.object({ item: z.string(), costKrw: krwSchema })).default([]),
  costKrw: z.object({
    prize: krwSchema,
    media: krwSchema,
    /** Notices, reminders and one-time codes. */
    message: krwSchema,
    ai: krwSchema,
    /** Tax on prizes that the store pays in the winners' place. Absent: nothing. */
    tax: krwSchema.optional(),
    total: krwSchema,
  }),
  uplift: upliftSchema.optional(),
  /** Won left over for each won spent. Absent without sales figures. */
  roi: z.number().optional(),
  incrementalContributionKrw: z.int().optional(),
  figures: z.array(figureSchema),
  findings: z.array(findingSchema),
});
export type Report = z.infer<typeof reportSchema>;
