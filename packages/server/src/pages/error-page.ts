import type { KtEventError } from '@kt-event/sdk';
import { html } from './html.js';
import { layout } from './layout.js';

/** A failure in plain Korean, with what to do. Never a stack. */
export function errorPage(error: KtEventError): string {
  const { title, message, hint } = error.describe('ko');
  return layout({
    title,
    rehearsal: false,
    body: html`<h1>${title}</h1>
${error.spec.httpStatus < 500 && html`<p>${message}</p>`}
<p>${hint}</p>
<ul>${error.issues.map(({ message }) => html`<li>${message.ko}</li>`)}</ul>`,
  });
}
