import type { NoticeTemplate } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

/** Each text between two rules, to be copied as it is: nothing is wrapped or indented. */
export function noticeTemplatesView(templates: readonly NoticeTemplate[], messages: Messages): string {
  return parts(...templates.map((template) => templateText(template, messages)), messages.templates.register);
}

const rule = '-'.repeat(20);

function templateText(
  { kind, text, variable, sentAs, kept, differsAt }: NoticeTemplate,
  { templates: words }: Messages,
): string {
  return lines(
    words.title[kind],
    bullet('·', words.variable(variable)),
    bullet('·', words.sentAs[sentAs]),
    kept && bullet(kept === 'same' ? '✔' : '✖', words.kept[kept]),
    differsAt === undefined ? undefined : bullet('·', words.differsAt(differsAt), 2),
    rule,
    text,
    rule,
  );
}
