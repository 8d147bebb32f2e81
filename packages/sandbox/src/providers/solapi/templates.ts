import { credentials } from '../../credentials.js';
import type { JsonRecord } from '../../json.js';

export interface Template {
  readonly templateId: string;
  readonly name: string;
  readonly content: string;
}

/** AlimTalk templates that count as approved. */
export const templates: readonly Template[] = [
  {
    templateId: credentials.solapi.SOLAPI_TEMPLATE_WINNER,
    name: '당첨 안내',
    content: '#{이름}님, #{매장} "#{이벤트}"에 당첨되었습니다. 경품: #{경품} 확인: #{링크}',
  },
  {
    templateId: credentials.solapi.SOLAPI_TEMPLATE_ENTRY,
    name: '응모 접수',
    content: '#{매장} "#{이벤트}" 응모가 접수되었습니다. 접수번호: #{접수번호}',
  },
];

/** Why Kakao would refuse the template and its variables, or `undefined` when it would not. */
export function checkTemplate(templateId: unknown, variables: JsonRecord): '3103' | '3105' | undefined {
  const template = templates.find((candidate) => candidate.templateId === templateId);
  if (!template) {
    return '3105';
  }
  const needed = template.content.match(/#\{[^}]+\}/g) ?? [];
  return needed.every((name) => typeof variables[name] === 'string') ? undefined : '3103';
}
