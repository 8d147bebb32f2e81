import type { CheckedTemplates, TemplateFinding, TemplateRow } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts, rows } from './layout.js';

export function templatesListView(templates: readonly TemplateRow[], messages: Messages): string {
  return rows(
    templates.map((template) => [template.name, describe(template, messages)]),
    0,
  );
}

function describe(row: TemplateRow, { language, designs }: Messages): string {
  const { origin, seasonal, picture, replaces } = row;
  const traits = [
    origin === 'own' ? designs.own(row.file) : undefined,
    replaces ? designs.replaces : undefined,
    seasonal ? designs.seasonal : undefined,
    picture ? designs.picture : undefined,
  ];
  return [row[language], ...traits.filter(Boolean)].join(' · ');
}

/** Each finding at its place: what is wrong, on which picture, and what to write instead. */
export function templatesCheckView(
  { folder, files, findings }: CheckedTemplates,
  messages: Messages,
): string {
  const { designs } = messages;
  if (findings.length === 0) return bullet('✔', designs.good(files.length, folder));
  return parts(
    bullet('✖', designs.found(findings.length, folder)),
    ...findings.map((finding) => findingText(finding, messages)),
  );
}

function findingText(finding: TemplateFinding, { language, designs }: Messages): string {
  const { file, line, column, path, message, fix, picture, words } = finding;
  const place = line === undefined ? file : `${file}:${line}:${column}`;
  const seen = picture && words && designs.seenOn(picture, words);
  return lines(
    bullet('·', [place, path.join('.')].filter(Boolean).join('  '), 2),
    bullet(' ', [message[language], seen].filter(Boolean).join(' '), 2),
    fix && bullet('→', fix[language], 4),
  );
}
