import { z } from 'zod';

/** Which code the store shows: one for a minute on a screen, or, weaker, one for a day on paper. */
export const visitCodeKindSchema = z.enum(['rotating', 'daily']);
export type VisitCodeKind = z.infer<typeof visitCodeKindSchema>;

/** How an entry proved that its person was in the store. */
export const visitProofSchema = z.enum(['rotating_code', 'daily_code', 'receipt']);
export type VisitProof = z.infer<typeof visitProofSchema>;

/** What a brief may ask for. */
export const visitProofKindSchema = z.enum(['code', 'receipt', 'either']);
export type VisitProofKind = z.infer<typeof visitProofKindSchema>;

/** Why an entry has the tickets it has: one for entering, the bonus for one visit. */
export const ticketSchema = z.object({
  for: z.union([z.literal('entry'), visitProofSchema]),
  count: z.int().min(1),
});
export type Ticket = z.infer<typeof ticketSchema>;

/** Tickets of an entry, from what is kept of it alone: a repeated request gets the same receipt. */
export function ticketsOf({
  weight,
  visitProof,
}: {
  readonly weight: number;
  readonly visitProof?: VisitProof | undefined;
}): Ticket[] {
  const bonus = weight - 1;
  return [
    { for: 'entry', count: 1 },
    ...(visitProof !== undefined && bonus > 0 ? [{ for: visitProof, count: bonus }] : []),
  ];
}
