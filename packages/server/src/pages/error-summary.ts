import { html, type Markup } from './html.js';
import type { ReturnedForm } from './returned-form.js';

/** What was refused, first thing in the form and in focus. There also when empty, so that a script can fill it. */
export function errorSummary(form: ReturnedForm | undefined): Markup {
  if (!form) return html`<div class="summary" id="errors" tabindex="-1" hidden></div>`;
  const { words, wrong } = form;
  return html`<div class="summary" id="errors" tabindex="-1" role="alert" autofocus>
<h2>${words.title}</h2>
<p>${words.text}</p>
${Object.keys(wrong).length > 0 && html`<ul>${Object.entries(wrong).map(([name, text]) => html`<li><a href="#${name}">${text}</a></li>`)}</ul>`}
</div>`;
}
