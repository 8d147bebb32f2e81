import { UserError } from '../errors/index.js';
import { checkTemplate, type TemplateFinding } from '../render/check/check-template.js';
import { readTemplateFiles, shippedTemplates } from '../render/design/open-designs.js';

export type { TemplateFinding };

export interface CheckedTemplates {
  readonly folder: string;
  /** Names of the files, good and bad, in their order. */
  readonly files: readonly string[];
  /** Empty for templates that can be used. */
  readonly findings: readonly TemplateFinding[];
}

/**
 * Reads a folder of picture templates and draws each one whose file is right, with the words that break designs. What is
 * found is data: it does not throw for it.
 *
 * @param folder - Absolute. @defaultValue the folder of ours
 * @throws {@link UserError} `USER_016` when the folder cannot be read, `USER_001` when it holds no template.
 */
export async function checkTemplates(
  folder: string = shippedTemplates,
  signal?: AbortSignal,
): Promise<CheckedTemplates> {
  const read = await readTemplateFiles(folder);
  if (read.length === 0) throw new UserError('USER_001', { what: folder }, { issues: [nothingIn(folder)] });
  const findings: TemplateFinding[] = [];
  for (const { file, text, outcome } of read) {
    if (outcome instanceof UserError)
      findings.push(...outcome.issues.map((issue) => ({ kind: 'format' as const, ...issue })));
    else findings.push(...(await checkTemplate(outcome, { file, text }, signal)));
  }
  return { folder, files: read.map(({ file }) => file), findings };
}

const nothingIn = (folder: string) => ({
  path: [],
  message: { ko: `${folder}에 *.json 파일이 없습니다`, en: `${folder} holds no *.json file` },
  fix: {
    ko: 'docs/templates.ko.md의 예를 복사해 시작하세요',
    en: 'Start from the example in docs/templates.md',
  },
});
