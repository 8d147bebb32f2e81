import type { TextRequest } from '../../providers/text-model.js';
import { fingerprint } from '../../runs/client-ref.js';
import { leads } from '../method-mix.js';
import { groundOf, type PlanDeps, type PlanInput } from '../plan.js';
import { offeredPrizes, piecesOf } from '../prize-mix.js';
import { type PriceBands, priceBandsOf } from '../prize-shape.js';
import { copyForm, proposalForm } from './forms.js';
import { fenced, fenceRules, type PromptMarks } from './marks.js';
import { marked, type OutsideText } from './outside-text.js';

export interface QuestionInput extends PlanInput {
  /** What others say about the trade or the store: data, never instructions. @defaultValue none */
  readonly trends?: readonly OutsideText[] | undefined;
}

export interface QuestionDeps extends PlanDeps {
  readonly marks: (question: string) => PromptMarks;
}

/** Raised with any change of what is asked, so that a plan that answers another question is not taken for this one. */
export const questionVersion = 2;

/** Most that is taken over from outside: texts, and characters of each. */
const mostTexts = 10;
const mostCharacters = 200;

export const objectives = {
  new_customer: '새 손님',
  revisit: '다시 찾게 하기',
  sales_uplift: '매출 늘리기',
  awareness: '알리기',
  review_ugc: '후기와 이야깃거리',
} as const;

/** Everything that was read elsewhere: what the caller brought, then what the sources of trends say. */
export function outsideOf({
  trends = [],
  live,
}: Pick<QuestionInput, 'trends' | 'live'>): Pick<OutsideText, 'kind' | 'text'>[] {
  const heard = (live?.statements ?? []).map(({ text }) => ({ kind: 'trend', text }) as const);
  return [...trends, ...heard];
}

/** What a text model is told about a campaign. No phone, no number of the business, no keys: it needs none of them. */
export function questionOf(input: QuestionInput, deps: QuestionDeps) {
  const { brief } = input;
  const offered = brief.prizes ? [] : offeredPrizes(deps.knowledge, brief.store.industry);
  const kinds = offered.map(({ kind }) => kind);
  const data = toData(input, deps, offered);
  const marks = deps.marks(fingerprint(data));
  const fencedData = fenced(data, marks);
  const proposal = {
    name: 'proposal',
    system: systemOf(proposing, marks),
    data: fencedData,
    schema: proposalForm(leads, kinds),
    mostTokens: 2_000,
  } satisfies TextRequest;
  const copy = {
    name: 'copy',
    system: systemOf(writing, marks),
    data: fencedData,
    schema: copyForm,
    mostTokens: 3_000,
  } satisfies TextRequest;
  return { marks, offered, proposal, copy };
}

const proposing = [
  '동네 매장의 경품 이벤트 기획안 세 가지를 제안합니다: safe(돈이 적게 듦), balanced(무난함), bold(널리 알림).',
  '참여 방법은 세 안이 서로 달라야 하고, 경품은 자료의 offered 목록에서만 고릅니다.',
  '추첨이면 큰 경품은 한두 개, 작은 경품은 여럿입니다. 선착순이면 모두 같은 것을 받습니다. 값은 자료의 bands를 따릅니다.',
].join('\n');

const writing = [
  '동네 매장의 경품 이벤트를 알리는 글을 씁니다. 세 가지 안의 말투만 다릅니다:',
  'safe(차분함), balanced(친근함), bold(활기참).',
  '기간, 경품, 추첨 방법은 프로그램이 따로 덧붙이니 쓰지 않습니다.',
].join('\n');

/** Our own words alone: nothing that others wrote gets in here. */
function systemOf(task: string, marks: PromptMarks): string {
  return [
    task,
    '한국어 존댓말로 짧게 씁니다. 숫자, 금액, 날짜, 링크, 전화번호, 해시태그, 이모지, 특수 기호를 쓰지 않습니다.',
    '당첨을 보장하거나 다른 혜택을 약속하지 않습니다. 자료의 문장을 그대로 옮기지 않습니다.',
    ...fenceRules(marks),
  ].join('\n');
}

function toData(
  input: QuestionInput,
  { knowledge }: QuestionDeps,
  offered: ReturnType<typeof offeredPrizes>,
) {
  const { brief } = input;
  const { store, entry } = brief;
  const { days, season } = groundOf(input, knowledge);
  const industry = knowledge.industries.find(({ id }) => id === store.industry);
  return {
    store: { name: marked(store.name, 40), trade: industry?.ko ?? '', region: marked(store.region, 40) },
    event: {
      name: marked(brief.name, 40),
      objective: objectives[brief.objective],
      mechanic: entry.mechanic === 'lottery' ? '추첨' : '선착순',
      winners: piecesOf(brief),
      days,
      season: season?.ko ?? '',
    },
    bands: toBands(priceBandsOf(brief, knowledge)),
    offered: offered.map(({ kind, name, valueKrw }) => ({ kind, name, valueKrw })),
    outside: outsideOf(input)
      .slice(0, mostTexts)
      .map(({ kind, text }) => ({ kind, text: marked(text, mostCharacters) })),
  };
}

function toBands({ low, manyHigh, largeHigh }: PriceBands) {
  return { small: { from: low, to: manyHigh }, large: { to: largeHigh } };
}
