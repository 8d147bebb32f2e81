import type { ProveVisit } from './prove-visit.js';

/** One request of a made-up participant. */
export interface Entrant {
  readonly kind: 'fresh' | 'visitor' | 'duplicate' | 'resubmit' | 'landline' | 'bad_phone' | 'no_consent';
  readonly idempotencyKey: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** How many of each take part: 300 in all. */
const crowd = {
  fresh: 180,
  visitor: 60,
  duplicate: 30,
  resubmit: 10,
  landline: 6,
  bad_phone: 8,
  no_consent: 6,
} as const satisfies Record<Entrant['kind'], number>;

type Kind = Entrant['kind'];

const surnames = ['김', '이', '박', '최', '정', '강', '조', '윤', '장', '임'];
const givenNames = ['하나', '두리', '세영', '네온', '다솜', '여름', '일우', '여진', '아라', '열매'];

/** Everybody, in a fixed order: the same rehearsal meets the same people, whenever it is interrupted. */
export function createEntrants(campaignId: string, prove: ProveVisit): Entrant[] {
  const kinds = Object.entries(crowd).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, index) => toEntrant(kind as Kind, index, campaignId)),
  );
  return kinds.map((entrant, no) =>
    entrant.kind === 'visitor' ? { ...entrant, body: { ...entrant.body, ...prove(no) } } : entrant,
  );
}

function toEntrant(kind: Kind, index: number, campaignId: string): Entrant {
  // A duplicate is an earlier person with a new request; a resubmit is an earlier request once more.
  const key = kind === 'resubmit' ? `fresh-${index}` : `${kind}-${index}`;
  const person = kind === 'duplicate' || kind === 'resubmit' ? index : offsets[kind] + index;
  return {
    kind,
    idempotencyKey: `${campaignId}-${key}`.padEnd(24, '.'),
    body: {
      name: nameOf(person),
      phone: phoneOf(kind, person),
      ...(kind !== 'no_consent' && { consent: true }),
      overFourteen: true,
      marketingConsent: person % 3 === 0,
    },
  };
}

/** So that every person has a number of their own. */
const offsets: Record<Exclude<Kind, 'duplicate' | 'resubmit'>, number> = {
  fresh: 0,
  visitor: 1_000,
  landline: 2_000,
  bad_phone: 3_000,
  no_consent: 4_000,
};

function nameOf(person: number): string {
  return `${surnames[person % 10]}${givenNames[Math.floor(person / 10) % 10]}`;
}

function phoneOf(kind: Kind, person: number): string {
  const four = String(person).padStart(4, '0');
  if (kind === 'landline') return `02-555-${four}`;
  if (kind === 'bad_phone') return `010-${four}`;
  return `010-5500-${four}`;
}
