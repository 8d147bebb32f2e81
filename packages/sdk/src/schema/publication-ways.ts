import type { PublicationState } from './publication.js';

/** What a channel or a person may report next. Only our own sending leads to `published`, `failed` and `in_doubt` from nothing. */
const ways: Readonly<Record<PublicationState, readonly PublicationState[]>> = {
  held: [],
  failed: [],
  in_doubt: [],
  withdrawn: [],
  prepared: ['submitted', 'in_review', 'scheduled', 'published', 'refused', 'withdrawn'],
  submitted: ['in_review', 'scheduled', 'published', 'refused', 'withdrawn'],
  in_review: ['scheduled', 'published', 'refused', 'withdrawn'],
  scheduled: ['published', 'refused', 'withdrawn'],
  published: ['withdrawn'],
  refused: [],
};

/** True when a publication in one state may become another. A state may always be reported again. */
export function canBecome(from: PublicationState, to: PublicationState): boolean {
  return from === to || ways[from].includes(to);
}

/** True while the channel may still change its mind without being asked. */
export function isUnderWay(state: PublicationState): boolean {
  return state === 'submitted' || state === 'in_review' || state === 'scheduled';
}

/** True where something of ours lies at the channel, or may. */
export function isPlaced(state: PublicationState): boolean {
  return state !== 'held' && state !== 'failed' && state !== 'refused' && state !== 'withdrawn';
}
