import { reservesFor } from '../rules/fairness.js';
import { storeTaxKrw } from '../rules/prize-tax.js';
import type { Brief } from '../schema/brief.js';
import type { Concept, ConceptId, Cost, Prize, Schedule } from '../schema/plan.js';
import type { CopyWords } from './copy/copy-facts.js';
import { writeCopies } from './copy/write-copies.js';
import { expectEntries, oddsOf } from './expected-entries.js';
import type { Knowledge } from './knowledge.js';
import type { BaseRow, Season } from './knowledge-schema.js';
import { type Booking, enlarged, mediaCostKrw, smallestBookings, type Tier } from './media-mix.js';

import { type Lead, type MethodMix, methodMixOf } from './method-mix.js';
import { outlookOf } from './outlook.js';

import { piecesOf, prizeCostKrw, prizeOptions } from './prize-mix.js';
import { reasonOf } from './reasons.js';
import { titleOf } from './titles.js';
import type { Trade } from './trade.js';
import { worthOf } from './worth.js';

/** What all three concepts of a plan share. */
export interface Ground {
  readonly brief: Brief;
  readonly days: number;
  readonly base: BaseRow;
  readonly season: Season | undefined;
  readonly trade: Trade;
  readonly weeklyVisits: number;
  readonly schedule: Schedule;
  readonly knowledge: Knowledge;
  /** What asking text models has cost, won. */
  readonly aiKrw: number;
}

/** What somebody else has chosen for a concept, checked already. The rest is as practice prefers. */
export interface Choice {
  readonly title?: string | undefined;
  readonly reason?: string | undefined;
  readonly lead?: Lead | undefined;
  readonly prizes?: Prize[] | undefined;
  readonly words?: CopyWords | undefined;
}

/** A concept with what its numbers rest on. */
export interface Draft {
  readonly concept: Concept;
  readonly mix: MethodMix;
  readonly bookings: readonly Booking[];
}

const largestTier: Readonly<Record<ConceptId, Tier>> = { safe: 'low', balanced: 'mid', bold: 'high' };

/** Proposes one concept within the budget. Enough money for the cheapest is a precondition: see `requireBudget`. */
export function draftConcept(role: ConceptId, ground: Ground, choice: Choice = {}): Draft {
  const { brief, knowledge, schedule } = ground;
  const law = knowledge.prizeTax;
  const mix = methodMixOf(role, { ...ground, lead: choice.lead });
  const people = { winners: piecesOf(brief), reserves: reservesOf(brief) };
  const spending = spend(role, ground, choice.prizes);
  const titled = { ...ground, prizes: spending.prizes, winners: people.winners };
  const title = choice.title ?? titleOf(role, titled, knowledge);
  const expectedEntries = expectEntries(
    { ...ground, mix, bookings: spending.bookings, stock: stockOf(brief) },
    knowledge,
  );
  const lottery = brief.entry.mechanic === 'lottery';
  const { cost } = spending;
  const concept: Concept = {
    id: role,
    title,
    reason: choice.reason ?? reasonOf(role, { ...spending, mix }),
    method: mix.method,
    prizes: spending.prizes,
    ...people,
    cost,
    expectedEntries,
    reach: spending.bookings.map(({ channel, audience }) => ({ channel, people: audience })),
    worthKrw: worthOf(expectedEntries.mid, cost, ground),
    odds: oddsOf(expectedEntries, { ...people, lottery }),
    outlook: outlookOf(cost, expectedEntries, ground.trade),
    copies: writeCopies({
      brief,
      title,
      mix,
      prizes: spending.prizes,
      ...people,
      schedule,
      law,
      words: choice.words,
    }),
  };
  return { concept, mix, bookings: spending.bookings };
}

/** Won that even the most modest concept costs: the cheapest prizes, the smallest bookings, every notice. */
export function leastCostKrw({ brief, base, days, knowledge }: Ground): number {
  const cheapest = (prizeOptions('safe', brief, base, knowledge).at(-1) ?? []) as Prize[];
  const bookings = smallestBookings(brief.channels, days, knowledge);
  return outlayKrw(cheapest, brief, knowledge) + mediaCostKrw(bookings) + noticeCostKrw(brief, knowledge);
}

interface Spending {
  readonly prizes: Prize[];
  readonly bookings: readonly Booking[];
  readonly cost: Cost;
}

/** Prizes first, then larger bookings with what is left. */
function spend(
  role: ConceptId,
  { brief, base, days, knowledge, aiKrw }: Ground,
  chosen: Prize[] | undefined,
): Spending {
  const messageKrw = noticeCostKrw(brief, knowledge);
  const smallest = smallestBookings(brief.channels, days, knowledge);
  const forPrizes = brief.budgetKrw - messageKrw - aiKrw - mediaCostKrw(smallest);
  const options = prizeOptions(role, brief, base, knowledge);
  const affordable = options.find((option) => outlayKrw(option, brief, knowledge) <= forPrizes);
  const prizes = chosen ?? affordable ?? options.at(-1) ?? [];
  const prizeKrw = prizeCostKrw(prizes);
  const taxKrw = taxOnStoreKrw(prizes, brief, knowledge);
  const bookings = enlarged(smallest, largestTier[role], days, forPrizes - prizeKrw - taxKrw);
  const mediaKrw = mediaCostKrw(bookings);
  const totalKrw = prizeKrw + mediaKrw + messageKrw + aiKrw + taxKrw;
  const cost = { prizeKrw, mediaKrw, messageKrw, aiKrw, ...(taxKrw > 0 && { taxKrw }), totalKrw };
  return { prizes, bookings, cost };
}

/** Prizes, and the tax on them where the store pays it. */
function outlayKrw(prizes: readonly Prize[], brief: Brief, knowledge: Knowledge): number {
  return prizeCostKrw(prizes) + taxOnStoreKrw(prizes, brief, knowledge);
}

function taxOnStoreKrw(prizes: readonly Prize[], { taxBearer }: Brief, { prizeTax }: Knowledge): number {
  if (taxBearer !== 'store') return 0;
  return prizes.reduce((sum, { quantity, valueKrw }) => sum + quantity * storeTaxKrw(valueKrw, prizeTax), 0);
}

/** One notice to each winner and reserve at the dearest price, which is the long text message. */
function noticeCostKrw(brief: Brief, { media }: Knowledge): number {
  return (piecesOf(brief) + reservesOf(brief)) * media.noticeKrw.high;
}

function reservesOf({ entry }: Brief): number {
  return entry.mechanic === 'lottery' ? (entry.reserves ?? reservesFor(entry.winners)) : 0;
}

function stockOf({ entry }: Brief): number | undefined {
  return entry.mechanic === 'first_come' ? entry.stock : undefined;
}
