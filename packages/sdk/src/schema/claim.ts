import { z } from 'zod';
import { handOverSchema } from './award.js';

/**
 * Seven digits after the date; the first says sex and century, 5 to 8 for foreigners. Numbers given since October 2020
 * have no check digit any more, so none is computed. From memory.
 */
const residentNumberPattern = /^\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-?[1-8]\d{6}$/;

/** What a winner writes on their own page. Strict: nothing that we did not ask for. */
export const claimInputSchema = z.strictObject({
  handOver: handOverSchema.default('pickup'),
  /** Delivery only. */
  address: z.string().trim().min(5).max(200).optional(),
  /** Agreement to the notice about the address, without which there is no delivery. */
  addressConsent: z.literal(true).optional(),
  /** Of a prize that is taxed only: the name in the register, and the number that the law has the store report. */
  legalName: z.string().trim().min(1).max(40).optional(),
  residentNumber: z.string().trim().regex(residentNumberPattern).optional(),
  /** Has read why the number is asked for. */
  taxNotice: z.literal(true).optional(),
});
export type ClaimInput = z.input<typeof claimInputSchema>;
export type Claim = z.output<typeof claimInputSchema>;
