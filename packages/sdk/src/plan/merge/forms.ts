import { z } from 'zod';
import type { ConceptId } from '../../schema/plan.js';
import type { Lead } from '../method-mix.js';

/** Longest texts we print, characters. A longer one is left out rather than cut in the middle of a thought. */
export const longest = { title: 30, reason: 90, headline: 20, greeting: 60, story: 160 } as const;
export type TextField = keyof typeof longest;

const text = (what: string, field: TextField) => z.string().describe(`${what}, ${longest[field]}자 이내`);

type ProposalForm = z.ZodType<Readonly<Record<ConceptId, ProposedConcept>>>;

/** Making a form and compiling it takes longer than anything else in a plan, and a trade has few of them. */
const made = new Map<string, ProposalForm>();

/** What we ask a model to choose: the way to take part, and prizes out of our list. */
export function proposalForm(leads: readonly Lead[], kinds: readonly string[]): ProposalForm {
  const key = [...leads, ...kinds].join(' ');
  const form = made.get(key) ?? createProposalForm(leads, kinds);
  made.set(key, form);
  return form;
}

function createProposalForm(leads: readonly Lead[], kinds: readonly string[]): ProposalForm {
  const concept = z.object({
    title: text('기획안 제목', 'title'),
    reason: text('매장이 이 안을 고를 이유 한 문장', 'reason'),
    method: z.enum(leads as [Lead, ...Lead[]]),
  });
  if (kinds.length === 0) return threeOf(concept);
  const kind = z.enum(kinds as [string, ...string[]]).describe('목록의 kind');
  const prizes = z.array(z.object({ kind, quantity: z.int().describe('개수') }));
  return threeOf(concept.extend({ prizes: prizes.describe('1~3종, 개수의 합은 당첨자 수') }));
}

function threeOf(concept: z.ZodType<ProposedConcept>): ProposalForm {
  return z.object({ safe: concept, balanced: concept, bold: concept });
}

const writtenWords = z.object({
  headline: text('영상과 글의 머리말', 'headline'),
  greeting: text('인사 한 문장', 'greeting'),
  story: text('블로그 소개 두 문장', 'story'),
});

/** What we ask a model to write. */
export const copyForm = z.object({ safe: writtenWords, balanced: writtenWords, bold: writtenWords });

export interface ProposedConcept {
  readonly title: string;
  readonly reason: string;
  readonly method: Lead;
  readonly prizes?: readonly { readonly kind: string; readonly quantity: number }[] | undefined;
}
