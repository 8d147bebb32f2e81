import type { Words } from '../render/index.js';
import type { Brief } from '../schema/brief.js';
import { chosenConcept, type Plan, type Prize } from '../schema/plan.js';
import { createFacts } from './facts.js';

export interface WordsInput {
  readonly brief: Brief;
  readonly plan: Plan;
  /** The entry page, tagged for the place where the picture is seen. */
  readonly link: string;
}

/** What the pictures of a campaign say, short enough to be read in passing. */
export function pictureWords({ brief, plan, link }: WordsInput): Words {
  const facts = createFacts(brief, plan);
  const concept = chosenConcept(plan);
  const { store } = brief;
  return {
    store: store.name,
    title: brief.name,
    subtitle: concept.title,
    prize: shortPrize(plan),
    prizes: posterPrizes(concept.prizes),
    period: facts.period,
    badge: facts.badge,
    odds: `${facts.badge} · ${facts.odds}`,
    place: `${store.region} · ${store.phone}`,
    call: 'QR 찍고 바로 참여',
    address: typedUrl(link),
    steps: facts.howTo,
    notices: [...facts.terms.slice(-1), ...facts.notices].map(({ text }) => text),
  };
}

/** On a table there is room for one line of small print: where the rest is. */
export function tentWords(words: Words): Words {
  return { ...words, steps: [], notices: ['당첨 확률과 유의 사항은 QR로 열리는 페이지에 있습니다'] };
}

/** A poster is read from two steps away: few lines, and the rest where the code leads. */
const mostPosterPrizes = 4;

function posterPrizes(prizes: readonly Prize[]): string[] {
  const lines = prizes.map(({ name, quantity }) => `${name} ${quantity}명`);
  if (lines.length <= mostPosterPrizes) return lines;
  const shown = lines.slice(0, mostPosterPrizes - 1);
  return [...shown, `외 ${lines.length - shown.length}종은 참여 페이지에`];
}

function shortPrize(plan: Plan): string {
  const [first, ...others] = chosenConcept(plan).prizes;
  const more = others.length > 0 ? ` 외 ${others.length}종` : '';
  return first ? `${first.name} ${first.quantity}명${more}` : '';
}

/** The address as people type it: the tag is not worth it. */
function typedUrl(link: string): string {
  return link.replace(/^https?:\/\//, '').replace(/\?.*$/, '');
}

/** The alternative text, honest lines first: what somebody who cannot see the picture must know. */
export function describe(
  { store, title, prize, period }: Words,
  marks: readonly (string | undefined)[],
): string {
  return [...marks, store, title, prize, period].filter((part) => part !== undefined).join(', ');
}
