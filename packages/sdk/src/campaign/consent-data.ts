import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { parseRow } from '../schema/parse.js';

const termSchema = z.object({ value: z.int().positive(), source: z.string(), date: z.iso.date() });
const consentTermsSchema = z.object({
  /** Days within which somebody is told what became of their consent. */
  resultDays: termSchema,
  /** Days before the term from which the owner is reminded, or it goes out by itself. Our own choice. */
  remindDays: termSchema,
  /** Years after which a consent has to be confirmed again. */
  confirmYears: termSchema,
  /** Days ahead that a confirmation is listed. Our own choice. */
  confirmAheadDays: termSchema,
});
export type ConsentTerms = z.infer<typeof consentTermsSchema>;

export async function readConsentTerms(): Promise<ConsentTerms> {
  const text = await readFile(new URL('../../assets/consents.json', import.meta.url), 'utf8');
  return parseRow(consentTermsSchema, JSON.parse(text), 'consents.json');
}
