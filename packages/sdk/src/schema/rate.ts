import { z } from 'zod';

/**
 * What a share is of: `entry` people who notice the event and enter, `response` people a channel reaches who open the
 * page, `landing` people who open the page and enter, `redemption` winners who take their prize, `new_customer`
 * participants who had not been there before, `weekday` people who notice the event on that day of the week and enter.
 */
const rateNameSchema = z.enum(['entry', 'response', 'landing', 'redemption', 'new_customer', 'weekday']);
export type RateName = z.infer<typeof rateNameSchema>;

/** How many did it among those who could have, in one campaign. */
export const rateObservationSchema = z.object({
  rate: rateNameSchema,
  /** A method, a channel, a band of prizes, an objective, or a weekday such as `sat`. */
  of: z.string(),
  successes: z.int().nonnegative(),
  /** Never fewer than successes. */
  trials: z.int().nonnegative(),
  /** Whether somebody counted those who could have, or we reckoned them from figures of the trade. */
  trialsAre: z.enum(['counted', 'estimated']),
});
export type RateObservation = z.infer<typeof rateObservationSchema>;
