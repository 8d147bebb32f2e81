import type { z } from 'zod';
import { canonicalJson } from '../runs/canonical-json.js';
import { entryInputSchema } from '../schema/entry.js';
import { parseInput } from '../schema/parse.js';
import type { VisitProof } from '../schema/visit.js';
import { type E164, toMobilePhone } from '../security/phone.js';
import type { Spending } from '../store/spending.js';

/** What a person sent, checked: it could become an entry. */
export interface EntryForm {
  readonly input: z.output<typeof entryInputSchema>;
  readonly phone: E164;
  /** The one spelling of the input: tells a repeat from another request under the same key. */
  readonly text: string;
}

/** @throws UserError `USER_001` */
export function readForm(body: unknown): EntryForm {
  const input = parseInput(entryInputSchema, body, 'entry');
  return { input, phone: toMobilePhone(input.phone), text: canonicalJson(input) };
}

/**
 * An entry that may be taken, before it is sealed. Plain data, so that another thread can do the rest: it holds a
 * person in clear and goes nowhere but there.
 */
export interface EntryRequest {
  readonly arrivalNo: number;
  readonly receivedAtMs: number;
  readonly campaignId: string;
  readonly name: string;
  readonly phone: E164;
  readonly weight: number;
  readonly visited: boolean;
  /** What proved the visit. */
  readonly visitProof?: VisitProof | undefined;
  /** Keyed hash of the receipt that was the proof: spent with the entry. */
  readonly receiptHash?: string | undefined;
  readonly marketingConsent: boolean;
  readonly idempotencyKey: string | undefined;
  readonly spends: Spending | undefined;
  /** {@link EntryForm.text} */
  readonly text: string;
}
