import {
  type Brief,
  briefInputSchema,
  briefJsonSchema,
  type Issue,
  KtEventError,
  parseInput,
  UserError,
} from '@kt-event/sdk';
import { type Document, parseDocument } from 'yaml';
import { explainIssue, meantKey, type Question } from './explain-issue.js';
import { nodeProblems } from './node-problems.js';
import { findPlace } from './place.js';
import { type Problem, toFileIssues } from './problem.js';
import { keysAt, type Shape, shapeAt } from './shape.js';
import { syntaxProblems } from './syntax-problems.js';
import { findExcess, yamlLimits } from './yaml-limits.js';

/**
 * Reads a brief out of the text of a campaign file.
 * @param file - Name to show in the problems.
 * @throws UserError `USER_001` with every problem found, each with line and column.
 */
export function parseCampaign(text: string, file: string): Brief {
  const fail = (problems: readonly Problem[]): UserError =>
    new UserError('USER_001', { what: file }, { issues: toFileIssues(problems, text, file) });

  const excess = findExcess(text);
  if (excess) throw fail([tooMuch(excess)]);
  const document = parseDocument(text, yamlOptions);
  const unread = syntaxProblems(document);
  if (unread.length > 0) throw fail(unread);
  const misplaced = nodeProblems(document.contents, text);
  const { brief, problems } = briefOf(document, file);
  if (brief && misplaced.length === 0) return brief;
  const reported = new Set(misplaced.map(({ offset }) => offset));
  throw fail([...misplaced, ...problems.filter(({ offset }) => !reported.has(offset))]);
}

/** The same mistakes, each at its place in a file whose brief could be read. */
export function placeIssues(text: string, file: string, error: KtEventError): UserError {
  const problems = toProblems(error.issues, parseDocument(text, yamlOptions));
  return new UserError(
    'USER_001',
    { what: file },
    { cause: error, issues: toFileIssues(problems, text, file) },
  );
}

export const yamlOptions = {
  schema: 'core',
  prettyErrors: false,
  uniqueKeys: false,
  logLevel: 'error',
} as const;

function tooMuch({ kind, offset }: { readonly kind: 'depth' | 'lexemes'; readonly offset: number }): Problem {
  const { depth } = yamlLimits;
  return kind === 'depth'
    ? { offset, message: { ko: `${depth}단계보다 깊습니다`, en: `Nests deeper than ${depth} levels` } }
    : { offset, message: { ko: '이벤트 파일로는 너무 깁니다', en: 'Too long for a campaign file' } };
}

interface Outcome {
  readonly brief?: Brief;
  readonly problems: readonly Problem[];
}

/** The brief in a document, or everything that keeps it from being one. */
export function briefOf(document: Document.Parsed, file: string): Outcome {
  try {
    const value: unknown = document.toJS({ maxAliasCount: yamlLimits.aliases });
    return { brief: parseInput(briefInputSchema, value, file), problems: [] };
  } catch (error) {
    if (KtEventError.is(error)) return { problems: toProblems(error.issues, document) };
    if (error instanceof ReferenceError) return { problems: [badAlias] };
    throw error;
  }
}

/** yaml throws a ReferenceError for both, without a place. */
const badAlias: Problem = {
  offset: 0,
  message: {
    ko: '"*" 별칭이 너무 많거나 가리키는 곳이 없습니다',
    en: 'Too many "*" aliases, or one without its anchor',
  },
  fix: { ko: '별칭 대신 값을 직접 쓰세요', en: 'Write the values out' },
};

function toProblems(issues: readonly Issue[], document: Document.Parsed): Problem[] {
  const root: Shape = briefJsonSchema();
  const questions = issues.map((issue) => ({
    issue,
    place: findPlace(document, issue.path),
    shape: shapeAt(root, issue.path),
    siblings: keysAt(root, issue.path.slice(0, -1)),
  }));
  return withoutMisspelt(questions).map((question) => {
    const { issue, shape, place } = question;
    const offset = (shape ? undefined : place.keyOffset) ?? place.offset;
    return { path: issue.path, offset, ...explainIssue(question) };
  });
}

/** A misspelt key is unknown and the right one missing: one mistake, told once. */
function withoutMisspelt(questions: readonly Question[]): readonly Question[] {
  const meant = new Set(
    questions.map((question) => [...question.issue.path.slice(0, -1), meantKey(question)].join('.')),
  );
  return questions.filter(({ issue, place }) => place.present || !meant.has(issue.path.join('.')));
}
