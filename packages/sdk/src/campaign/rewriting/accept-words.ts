import type { z } from 'zod';
import { judgeText, sourceOf, type TextContext } from '../../plan/merge/judge-text.js';
import type { PromptMarks } from '../../plan/merge/marks.js';
import { unmarked } from '../../plan/merge/outside-text.js';
import { cleanText } from '../../schema/clean-text.js';
import { type Copy, chosenConcept } from '../../schema/plan.js';
import type { Channel } from '../../schema/primitives.js';
import type { WordingProblem } from '../../schema/wording.js';
import type { PlannedCampaign } from '../campaign-run.js';
import { channelStyles } from './channel-styles.js';
import { type FactValues, factValues, withFacts, withoutFacts } from './fact-marks.js';
import type { rewrittenForm } from './rewrite-question.js';

interface Words {
  readonly body: string;
  readonly hashtags: readonly string[];
}

export type Accepted = Words | { readonly why: WordingProblem };

interface Context {
  readonly channel: Channel;
  readonly campaign: Pick<PlannedCampaign, 'brief' | 'plan'>;
  readonly marks: PromptMarks;
}

/** Longest word for a hashtag, characters. Our own choice. */
const longestTag = 12;

/** A model's words for one channel as they may be printed, or why none of them is. */
export function acceptWords(said: z.output<typeof rewrittenForm>, context: Context): Accepted {
  const { channel, campaign } = context;
  const style = channelStyles[channel];
  const values = factValues(campaign.brief, campaign.plan);
  const against = contextOf(context);
  const judged = said.paragraphs
    .filter((paragraph) => paragraph.trim() !== '')
    .slice(0, style.paragraphs)
    .map((paragraph) => judgeParagraph(paragraph, { most: style.letters, values, against }));
  const wrong = judged.find((one) => 'why' in one);
  if (wrong) return wrong;
  const paragraphs = judged.flatMap((one) => ('text' in one ? one.text : []));
  if (paragraphs.length === 0) return { why: 'empty' };
  const copy = copyOf(context);
  const own = copy?.hashtags ?? [];
  const tags = tagsOf(said.tags, against).slice(0, style.tags);
  return {
    body: placed(paragraphs.join('\n\n'), copy?.body ?? '', style.place),
    hashtags: [...new Set([...own.slice(0, Math.max(0, own.length - tags.length)), ...tags])],
  };
}

function placed(text: string, copy: string, place: 'whole' | 'before' | 'after'): string {
  if (place === 'whole' || copy === '') return text;
  return place === 'before' ? `${text}\n${copy}` : `${copy} ${text}`;
}

interface Judging {
  readonly most: number;
  readonly values: FactValues;
  readonly against: TextContext;
}

/** What the model says itself is judged without the facts, which are ours. */
function judgeParagraph(
  said: string,
  { most, values, against }: Judging,
): { readonly text: string } | { readonly why: WordingProblem } {
  const text = cleanText(unmarked(said), 1_000).normalize('NFKC');
  const judged = judgeText(most, withoutFacts(text), against);
  return 'why' in judged ? judged : { text: withFacts(text, values) };
}

function tagsOf(tags: readonly string[], against: TextContext): string[] {
  return tags.flatMap((tag) => {
    const judged = judgeText(longestTag, tag.replace(/^#/, ''), against);
    return 'text' in judged && /^\p{L}+$/u.test(judged.text) ? judged.text : [];
  });
}

function copyOf({ channel, campaign }: Context): Copy | undefined {
  return chosenConcept(campaign.plan).copies.find((copy) => copy.channel === channel);
}

function contextOf({ campaign: { brief, plan }, marks }: Context): TextContext {
  const { store, name, entry } = brief;
  return {
    mechanic: entry.mechanic,
    marks,
    storeName: store.name,
    prizeNames: chosenConcept(plan).prizes.map((prize) => prize.name),
    outside: [store.name, store.region, name].map(sourceOf),
  };
}
