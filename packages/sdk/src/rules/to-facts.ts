import type { Brief } from '../schema/brief.js';
import type { Creative } from '../schema/creative.js';
import type { Concept, Schedule } from '../schema/plan.js';
import type { Facts, PictureFacts, TextFacts } from './facts.js';
import { ownPages } from './own-pages.js';
import { findWord, purchaseMethods, words } from './words.js';

export interface FactsInput {
  readonly brief: Brief;
  readonly concept: Concept;
  readonly schedule: Schedule;
  /** When made, their words are judged instead of the plan's. */
  readonly creatives?: readonly Creative[] | undefined;
}

/** What only later phases know. */
export type LaterFacts = Pick<
  Facts,
  'messages' | 'drawn' | 'payouts' | 'publishedWinners' | 'consents' | 'remainder' | 'breach'
>;

/** Reads out of a brief and its concept what the rules judge. */
export function toFacts(
  { brief, concept, schedule, creatives = [] }: FactsInput,
  later: LaterFacts = {},
): Facts {
  const { store, entry } = brief;
  const texts = textsOf(concept, creatives);
  const visitWeight = 1 + (entry.mechanic === 'lottery' ? entry.visitBonus : 0);
  return {
    campaignName: brief.name,
    store: { name: store.name, phone: store.phone, industry: store.industry },
    methodId: concept.method.id,
    winners: concept.winners,
    reserves: concept.reserves,
    entry: {
      mechanic: entry.mechanic,
      feeKrw: 0, // the entry page takes no money
      purchaseRequired: purchaseMethods.includes(concept.method.id),
      ticketsTradable: false, // tickets are bound to one phone
      visitWeight,
      weightDisclosed: texts.some(({ text }) => text.includes(`응모권 ${visitWeight}장`)),
    },
    prizes: concept.prizes.map(({ name, valueKrw }) => ({ name, valueKrw })),
    taxBearer: taxBearerOf(texts),
    schedule,
    beacon: brief.draw?.beacon,
    texts,
    pictures: creatives.filter(({ kind }) => kind !== 'text').map(toPicture),
    outdoor: brief.outdoor?.map(({ kind, permit }) => ({ kind, permitted: permit !== undefined })),
    ...ownPages(brief),
    waivers: brief.waivers,
    ...later,
  };
}

function textsOf({ copies }: Concept, creatives: readonly Creative[]): TextFacts[] {
  const made = creatives.filter(({ kind }) => kind === 'text');
  return made.length > 0
    ? made.map(({ channel, text, hashtags }) => ({ channel, title: '', text, hashtags }))
    : copies.map(({ channel, title, body, hashtags }) => ({ channel, title, text: body, hashtags }));
}

function toPicture({ channel, paintedBy, aiLabel, text }: Creative): PictureFacts {
  const labelled = aiLabel !== undefined;
  return {
    channel,
    text,
    paintedByModel: paintedBy !== undefined,
    labelled,
    saysMayDiffer: aiLabel?.includes('다를 수') === true,
    licensed: true, // our own templates and free fonts, or a model whose terms give the picture to its user
    imitatesKakao: findWord(text, words.kakaoLooks) !== undefined,
  };
}

function taxBearerOf(texts: readonly TextFacts[]): Facts['taxBearer'] {
  if (texts.some(({ text }) => /제세공과금[^\n]*매장 부담/.test(text))) return 'store';
  return texts.some(({ text }) => /제세공과금[^\n]*당첨자 부담/.test(text)) ? 'winner' : undefined;
}
