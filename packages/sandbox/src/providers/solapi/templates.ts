import { credentials } from '../../credentials.js';
import type { JsonRecord } from '../../json.js';

export interface Template {
  readonly templateId: string;
  readonly name: string;
  readonly content: string;
}

const { SOLAPI_TEMPLATE_WINNER, SOLAPI_TEMPLATE_REMINDER, SOLAPI_TEMPLATE_VOID, SOLAPI_TEMPLATE_ENTRY } =
  credentials.solapi;

const common = [
  '수령 확인: #{수령확인}',
  '확인 기한: #{기한}까지. 기한 안에 확인이 없으면 예비 순번으로 넘어갑니다.',
  '추첨 결과 확인: #{결과확인}',
  '문의 #{문의}',
  '※ 고객님이 참여하신 이벤트 당첨으로 지급되는 경품 안내입니다.',
];

/** AlimTalk templates that count as approved, to the character. */
export const templates: readonly Template[] = [
  {
    templateId: SOLAPI_TEMPLATE_WINNER,
    name: '당첨 안내',
    content: [
      '[#{매장}] 당첨 안내',
      "#{이름}님, 참여하신 '#{이벤트}' 추첨 결과 '#{경품}'에 당첨되셨습니다.",
      ...common,
    ].join('\n'),
  },
  {
    templateId: SOLAPI_TEMPLATE_REMINDER,
    name: '당첨 확인 기한 안내',
    content: [
      '[#{매장}] 당첨 확인 기한 안내',
      "#{이름}님, '#{이벤트}'에서 당첨되신 '#{경품}'의 수령 확인을 기다리고 있습니다.",
      ...common,
    ].join('\n'),
  },
  {
    templateId: SOLAPI_TEMPLATE_VOID,
    name: '추첨 무효 안내',
    content: [
      '[#{매장}] 추첨 무효 안내',
      "#{이름}님, 참여하신 '#{이벤트}' 추첨이 무효가 되었습니다.",
      "먼저 안내해 드린 '#{경품}' 당첨도 무효가 되어 경품을 드릴 수 없습니다. 죄송합니다.",
      '당첨 안내 페이지: #{수령확인}',
      '무효 까닭과 기록: #{결과확인}',
      '문의 #{문의}',
      '※ 고객님이 참여하신 이벤트의 당첨 안내에 이어 드리는 안내입니다.',
    ].join('\n'),
  },
  {
    templateId: SOLAPI_TEMPLATE_ENTRY,
    name: '응모 접수',
    content: '#{매장} "#{이벤트}" 응모가 접수되었습니다. 접수번호: #{접수번호}',
  },
];

/** Kakao's limit for a filled template. */
const mostCharacters = 1_000;
const place = /#\{[^}]+\}/g;

/**
 * Why Kakao would refuse the template, its variables or the text beside it, or `undefined` when it would not. A text
 * must be the filled template to the character; no variable may be missing, and none may be too many.
 */
export function checkTemplate(
  templateId: unknown,
  variables: JsonRecord,
  text: string,
): '3103' | '3105' | undefined {
  const template = templates.find((candidate) => candidate.templateId === templateId);
  if (!template) {
    return '3105';
  }
  const needed = new Set(template.content.match(place));
  const given = Object.entries(variables);
  const isComplete = given.length === needed.size && given.every(([name]) => needed.has(name));
  if (!isComplete || given.some(([, value]) => typeof value !== 'string')) {
    return '3103';
  }
  const filled = template.content.replaceAll(place, (name) => String(variables[name]));
  const isSame = text === '' || text === filled;
  return isSame && filled.length <= mostCharacters ? undefined : '3103';
}
