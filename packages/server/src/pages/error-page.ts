import type { Issue, KtEventError } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { layout } from './layout.js';
import { visitorWords } from './visitor-words.js';

/**
 * A failure in plain Korean, with what to do. Never a stack, and nothing that was typed in.
 *
 * @param slug - The event to lead back to, when there is one.
 */
export function errorPage(error: KtEventError, slug?: string): string {
  const { title, text } = visitorWords(error);
  const backTo = error.code === 'USER_002' ? undefined : slug;
  return layout({
    title,
    rehearsal: false,
    body: html`<h1>${title}</h1>
<p>${text}</p>
${error.issues.length > 0 && html`<ul role="alert">${error.issues.map(issueLine)}</ul>`}
${backTo !== undefined && html`<p><a class="button" href="/e/${backTo}">응모 화면으로 돌아가기</a></p>`}`,
  });
}

function issueLine({ path, message, fix }: Issue): Markup {
  const asked = sentences[String(path[0])];
  return html`<li>${asked ?? [message.ko, fix?.ko].filter(Boolean).join('. ')}</li>`;
}

/** What to do about a field, by its name in the form. */
const sentences: Readonly<Record<string, string>> = {
  name: '이름을 40자 안으로 적어 주세요.',
  phone: '휴대폰 번호를 다시 확인해 주세요. 예: 010-1234-5678',
  consent: '개인정보 수집·이용에 동의해야 응모할 수 있습니다.',
  overFourteen: '만 14세 이상만 응모할 수 있습니다.',
};
