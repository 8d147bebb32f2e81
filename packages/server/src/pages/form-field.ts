import { html, type Markup } from './html.js';
import type { ReturnedForm } from './returned-form.js';

export interface TextField {
  /** Also its id; `{name}-hint` and `{name}-error` are those of its texts. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly optional?: boolean;
  /** Until something was typed. */
  readonly value?: string | undefined;
  /** Further attributes of the input. */
  readonly attributes: Markup;
}

/** One line to type in, with its help, and what was wrong with it beside it. */
export function textField(
  { name, label, hint, optional, value: first, attributes }: TextField,
  form?: ReturnedForm,
): Markup {
  const value = form?.values[name] ?? first;
  return html`<div class="field">
<label for="${name}">${label}${optional === true && html` <small>(선택)</small>`}</label>
${errorOf(name, form)}
<input id="${name}" name="${name}" ${attributes}${value !== undefined && html` value="${value}"`}${described(name, form, hint)}>
${hint !== undefined && html`<p class="hint" id="${name}-hint">${hint}</p>`}
</div>`;
}

export interface CheckField {
  readonly name: string;
  readonly text: string;
  readonly required: boolean;
}

/** One consent. Ticked only where a person has ticked it. */
export function checkField({ name, text, required }: CheckField, form?: ReturnedForm): Markup {
  const ticked = form?.values[name] === 'on';
  return html`<div class="field">
<label class="check"><input type="checkbox" id="${name}" name="${name}"${required && html` required`}${ticked && html` checked`}${described(name, form)}><span><b>${required ? '[필수]' : '[선택]'}</b> ${text}</span></label>
${errorOf(name, form)}
</div>`;
}

/** There also when empty, so that a script can fill it. */
function errorOf(name: string, form: ReturnedForm | undefined): Markup {
  const error = form?.wrong[name];
  return html`<p class="error" id="${name}-error"${error === undefined && html` hidden`}>${error ?? ''}</p>`;
}

function described(name: string, form: ReturnedForm | undefined, hint?: string): Markup {
  const ids = [`${name}-error`, ...(hint === undefined ? [] : [`${name}-hint`])].join(' ');
  const wrong = form?.wrong[name] !== undefined;
  return html` aria-describedby="${ids}"${wrong && html` aria-invalid="true"`}`;
}
