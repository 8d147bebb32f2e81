import type { z } from 'zod';
import { cleanText } from '../../schema/clean-text.js';
import type { Concept, ConceptId, Correction, Plan } from '../../schema/plan.js';
import type { Choice, Ground } from '../concept.js';
import type { Knowledge } from '../knowledge.js';
import { groundOf, roles } from '../plan.js';
import { piecesOf } from '../prize-mix.js';
import { type PrizeShape, prizeShapeOf } from '../prize-shape.js';
import { acceptPrizes } from './accept-prizes.js';
import type { ModelAnswers, ModelPart } from './answers.js';
import { longest, type ProposedConcept, type TextField } from './forms.js';
import { judgeText, sourceOf, type TextContext } from './judge-text.js';
import { outsideOf, type QuestionInput, type questionOf } from './question.js';

/** A correction before anybody has said whose it is. */
export type Finding = Omit<Correction, 'provider'> & { readonly part: ModelPart };

export interface Accepted {
  readonly choices: Record<ConceptId, Choice>;
  readonly found: Finding[];
}

type Question = ReturnType<typeof questionOf>;

interface AcceptInput {
  readonly input: QuestionInput;
  readonly question: Question;
  /** The plan without models: what they propose is held against it. */
  readonly base: Plan;
  readonly knowledge: Knowledge;
}

/** What of the answers can be printed and paid for, concept by concept, before the plan is reckoned anew. */
export function acceptAnswers(answers: ModelAnswers, accept: AcceptInput): Accepted {
  const { question, input, knowledge } = accept;
  const { trade } = groundOf(input, knowledge);
  const found: Finding[] = [];
  const proposal = read(question.proposal.schema, answers.proposal);
  const copy = read(question.copy.schema, answers.copy);
  const context = contextOf(input, question);
  const methods = proposal && roles.map((role) => proposal[role].method);
  const differ = new Set(methods).size === roles.length;

  const choices = Object.fromEntries(
    roles.map((role) => {
      const text = (part: ModelPart, field: TextField, said: string | undefined) => {
        if (said === undefined) return undefined;
        const judged = judgeText(longest[field], said, context);
        if ('text' in judged) return judged.text;
        found.push({
          part,
          concept: role,
          field,
          did: 'dropped',
          why: judged.why,
          ...shown(judged.why, said),
        });
        return undefined;
      };
      const proposed: ProposedConcept | undefined = proposal?.[role];
      const words = copy?.[role];
      const choice: Choice = {
        title: text('proposal', 'title', proposed?.title),
        reason: text('proposal', 'reason', proposed?.reason),
        lead: differ ? proposed?.method : undefined,
        prizes: prizesOf(role, proposed, { ...accept, trade, found }),
        words: words && {
          headline: text('copy', 'headline', words.headline),
          greeting: text('copy', 'greeting', words.greeting),
          story: text('copy', 'story', words.story),
        },
      };
      return [role, choice];
    }),
  ) as Record<ConceptId, Choice>;
  if (methods && !differ) {
    const said = methods.join(', ');
    found.push({
      part: 'proposal',
      concept: 'balanced',
      field: 'method',
      did: 'dropped',
      why: 'same_method',
      said,
    });
  }
  return { choices, found };
}

/** The form is checked again: a journal may hold an answer to another one. */
function read<S extends z.ZodType>(schema: S, answer: ModelAnswers[ModelPart]): z.output<S> | undefined {
  if (answer?.state !== 'answered') return undefined;
  const parsed = schema.safeParse(answer.value);
  return parsed.success ? parsed.data : undefined;
}

function contextOf(input: QuestionInput, { marks, offered }: Question): TextContext {
  const { store, name, entry, prizes = [] } = input.brief;
  return {
    mechanic: entry.mechanic,
    marks,
    storeName: store.name,
    prizeNames: [...offered, ...prizes].map((prize) => prize.name),
    outside: [store.name, store.region, name, ...outsideOf(input).map(({ text }) => text)].map(sourceOf),
  };
}

function prizesOf(
  concept: ConceptId,
  proposed: ProposedConcept | undefined,
  { found, ...accept }: Ruling & { readonly found: Finding[] },
): Choice['prizes'] {
  const { offered } = accept.question;
  if (!proposed?.prizes || offered.length === 0) return undefined;
  const { prizes, correction } = acceptPrizes(proposed.prizes, offered, shapeFor(concept, accept));
  const did = prizes ? 'corrected' : 'dropped';
  if (correction) found.push({ part: 'proposal', concept, field: 'prizes', did, ...correction });
  return prizes;
}

type Ruling = AcceptInput & Pick<Ground, 'trade'>;

function shapeFor(concept: ConceptId, { input, base, knowledge, trade }: Ruling): PrizeShape {
  const { expectedEntries, cost } = base.concepts.find(({ id }) => id === concept) as Concept;
  const { brief } = input;
  const scale = { entries: expectedEntries.mid, usualCostKrw: cost.prizeKrw };
  return prizeShapeOf({ brief, trade, pieces: piecesOf(brief), ...scale }, knowledge);
}

/** Harmless to repeat. What could be an address, an order or a secret is told of, never shown. */
const showable: readonly Correction['why'][] = ['number', 'promise', 'other_mechanic', 'too_long'];
const longestShown = 40;

function shown(why: Correction['why'], said: string): { readonly said?: string } {
  return showable.includes(why) ? { said: cleanText(said, longestShown) } : {};
}
