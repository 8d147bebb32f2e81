import { z } from 'zod';
import type { Knowledge } from '../../plan/knowledge.js';
import { fenced, fenceRules, type PromptMarks } from '../../plan/merge/marks.js';
import { marked } from '../../plan/merge/outside-text.js';
import { objectives } from '../../plan/merge/question.js';
import type { TextRequest } from '../../providers/text-model.js';
import { fingerprint } from '../../runs/client-ref.js';
import type { Brief } from '../../schema/brief.js';
import { chosenConcept, type Plan } from '../../schema/plan.js';
import type { Channel } from '../../schema/primitives.js';
import { channelStyles } from './channel-styles.js';
import { factNames } from './fact-marks.js';

interface QuestionInput {
  readonly channel: Channel;
  readonly brief: Brief;
  readonly plan: Plan;
}

interface QuestionDeps {
  readonly knowledge: Knowledge;
  readonly marks: (question: string) => PromptMarks;
}

/** How a channel's words come back. Lengths are held against the text itself, not the form. */
export const rewrittenForm = z.object({
  paragraphs: z.array(z.string()).describe('문단'),
  tags: z.array(z.string()).describe('해시태그로 쓸 낱말, # 없이'),
});

/** Most characters of the copy that are shown to the model. */
const mostCopy = 1_500;
/** Korean takes up to three tokens a character; braces and names of the form come on top. */
const mostTokens = 2_000;

/** What a model is told to rewrite one channel's copy. No phone, no number of the business, no address, no key. */
export function rewriteQuestion(input: QuestionInput, { knowledge, marks: marksOf }: QuestionDeps) {
  const { channel } = input;
  const data = toData(input, knowledge);
  const marks = marksOf(fingerprint({ channel, data }));
  const request: TextRequest<typeof rewrittenForm> = {
    name: 'channel_text',
    system: systemOf(channel, marks),
    data: fenced(data, marks),
    schema: rewrittenForm,
    mostTokens,
  };
  return { marks, request };
}

function systemOf(channel: Channel, marks: PromptMarks): string {
  const { tone, paragraphs, letters, tags } = channelStyles[channel];
  return [
    `동네 매장의 이벤트 글(자료의 copy)을 채널에 맞게 다시 씁니다. ${tone}`,
    `문단은 ${paragraphs}개 이내, 문단마다 ${letters}자 이내의 한국어 존댓말입니다. tags는 ${tags}개 이내입니다.`,
    `사실이 들어갈 자리에는 ${factNames.map((name) => `{${name}}`).join(', ')}만 그대로 씁니다. 프로그램이 바꿔 넣습니다.`,
    '그 밖의 숫자, 금액, 날짜, 링크, 전화번호, 이모지, 따옴표, 특수 기호를 쓰지 않습니다.',
    '세금, 당첨 발표, 개인정보, 유의사항은 프로그램이 따로 덧붙이니 쓰지 않습니다.',
    '당첨을 보장하거나 자료에 없는 혜택, 참여 방법을 말하지 않습니다. 이름은 자리 표시로만 씁니다.',
    ...fenceRules(marks),
  ].join('\n');
}

function toData({ channel, brief, plan }: QuestionInput, knowledge: Knowledge) {
  const { store, entry } = brief;
  const concept = chosenConcept(plan);
  const copy = concept.copies.find((one) => one.channel === channel);
  const industry = knowledge.industries.find(({ id }) => id === store.industry);
  const season = knowledge.seasons.find(({ id }) => id === plan.season);
  const withoutPhone = (text: string) => text.replaceAll(store.phone, '');
  return {
    store: { name: marked(store.name, 40), trade: industry?.ko ?? '', region: marked(store.region, 40) },
    event: {
      name: marked(brief.name, 40),
      objective: objectives[brief.objective],
      mechanic: entry.mechanic === 'lottery' ? '추첨' : '선착순',
      season: season?.ko ?? '',
    },
    copy: {
      title: marked(withoutPhone(copy?.title ?? brief.name), 80),
      body: marked(withoutPhone(copy?.body ?? concept.reason), mostCopy),
    },
  };
}
