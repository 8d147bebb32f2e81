import { type Issue, UserError } from '../../errors/index.js';
import { toIssues } from '../../schema/issues.js';
import { locateJson } from './locate-json.js';
import { type Template, templateSchema } from './template-schema.js';

/**
 * Reads one template.
 *
 * @param file - Its name, for the errors.
 * @throws {@link UserError} `USER_001` with file, line and column of each place to correct.
 */
export function readTemplate(text: string, file: string): Template {
  const located = locateJson(text);
  if ('fault' in located) {
    const { line, column, expected } = located.fault;
    const message = { ko: `여기에는 ${expected}이(가) 와야 합니다`, en: `Expected ${expected} here` };
    const issue = { path: [], message, fix: jsonRules, file, line, column };
    throw new UserError('USER_001', { what: file }, { issues: [issue] });
  }
  const parsed = templateSchema.safeParse(located.value);
  const issues = parsed.success ? lostParts(parsed.data) : toIssues(parsed.error);
  if (issues.length === 0 && parsed.success) return parsed.data;
  const placed = issues.map((issue) => ({ ...issue, file, ...located.positionOf(issue.path) }));
  throw new UserError('USER_001', { what: file }, { issues: placed });
}

const jsonRules = {
  ko: '이름과 글은 "따옴표"로 감싸고, 이름 뒤에는 쌍점(:), 항목 사이에는 쉼표(,)를 쓰세요. 마지막 항목 뒤에는 쉼표가 없습니다',
  en: 'Put names and texts in "quotation marks", a colon behind each name, a comma between items and none behind the last',
};

/** Pieces that are used and were never written, or that hold themselves. */
function lostParts({ parts, layouts }: Template): Issue[] {
  const uses = [...usesIn(layouts, ['layouts']), ...usesIn(parts, ['parts'])];
  const unknown = uses.filter(({ name }) => !Object.hasOwn(parts, name));
  const endless = uses.filter(
    ({ name, path }) => path[0] === 'parts' && reaches(parts, name, String(path[1])),
  );
  return [...unknown, ...endless].map(({ name, path }) => lost(name, path, Object.keys(parts)));
}

interface Use {
  readonly name: string;
  readonly path: readonly (string | number)[];
}

function usesIn(value: unknown, path: readonly (string | number)[]): Use[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => usesIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => {
    const own = key === 'use' && typeof one === 'string' ? [{ name: one, path: [...path, key] }] : [];
    return [...own, ...usesIn(one, [...path, key])];
  });
}

/** Whether the part holds the other, at any remove. */
function reaches(
  parts: Template['parts'],
  from: string,
  wanted: string,
  met: readonly string[] = [],
): boolean {
  if (from === wanted) return true;
  if (met.includes(from)) return false;
  return usesIn(parts[from], []).some(({ name }) => reaches(parts, name, wanted, [...met, from]));
}

function lost(name: string, path: readonly (string | number)[], known: readonly string[]): Issue {
  return {
    path,
    message: {
      ko: `"${name}"은(는) 쓸 수 없는 조각입니다`,
      en: `"${name}" is no part that can be used here`,
    },
    fix: { ko: `parts에 있는 이름: ${known.join(', ')}`, en: `Names in parts: ${known.join(', ')}` },
  };
}
