import type { koTemplates, koTemplatesHelp } from './ko-templates.js';

export const enTemplatesHelp: typeof koTemplatesHelp = {
  templates: 'looks at picture templates',
  list: 'lists the templates that campaigns may use',
  check: 'reads a folder of templates and draws each with words that break designs',
  folder: 'folder of templates; without it that of KT_EVENT_TEMPLATES, else ours',
};

const wordKinds: Readonly<Record<string, string>> = {
  plain: 'usual words',
  long: 'a 60-character prize and long words',
  rare: 'rare syllables',
  emoji: 'emoji',
  hanja: 'Hanja and Latin',
  bare: 'very short words',
};

export const enTemplates: typeof koTemplates = {
  designs: {
    drawing: 'Drawing the templates',
    own: (file) => `own: ${file}`,
    replaces: 'in place of ours',
    seasonal: 'for seasons only',
    picture: 'room for a painted picture',
    good: (count, folder) =>
      `${count} template(s) drawn at every size with hard words: nothing found. (${folder})`,
    found: (count, folder) => `${count} finding(s) (${folder})`,
    seenOn: (picture, words) => `(${picture}, ${wordKinds[words] ?? words})`,
  },
};
