import type { KtEventError } from '@kt-event/sdk';
import { fieldWords } from './field-words.js';
import { html } from './html.js';
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
  const wrong = Object.values(fieldWords(error.issues));
  return layout({
    title,
    rehearsal: false,
    body: html`<section class="card alone">
<h1>${title}</h1>
<p>${text}</p>
${wrong.length > 0 && html`<ul role="alert">${wrong.map((sentence) => html`<li>${sentence}</li>`)}</ul>`}
${backTo !== undefined && html`<p><a class="button" href="/e/${backTo}">응모 화면으로 돌아가기</a></p>`}
</section>`,
  });
}
