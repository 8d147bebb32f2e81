import type { Bilingual, Issue } from '@kt-event/sdk';
import { isScalar } from 'yaml';
import { closest } from './closest.js';
import { explainDay, explainInstant } from './dates.js';
import type { Place } from './place.js';
import { choicesOf, type Shape } from './shape.js';

export interface Question {
  readonly issue: Issue;
  readonly place: Place;
  /** What belongs there; nothing when the key is unknown. */
  readonly shape: Shape | undefined;
  /** Keys that may be written beside it. */
  readonly siblings: readonly string[];
}

export interface Explanation {
  readonly message: Bilingual;
  readonly fix?: Bilingual | undefined;
}

/** Says in plain words what was expected and what to write. The first explainer that knows, answers. */
export function explainIssue(question: Question): Explanation {
  for (const explainer of [
    wrongRoot,
    ownCheck,
    missing,
    unknownKey,
    empty,
    wrongChoice,
    wrongType,
    wrongSpelling,
    wrongSize,
  ]) {
    const explanation = explainer(question);
    if (explanation) return explanation;
  }
  const { message, fix } = question.issue;
  return { message, fix: fix ?? sampleOf(question) };
}

function wrongRoot({ issue: { path } }: Question): Explanation | undefined {
  if (path.length > 0) return undefined;
  return {
    message: { ko: '이벤트 파일의 모양이 아닙니다', en: 'This is not a campaign file' },
    fix: { ko: '`kt-event init`으로 예시 파일을 만들어 고치세요', en: 'Start from `kt-event init`' },
  };
}

function missing({ issue: { path }, place, shape }: Question): Explanation | undefined {
  const key = path.at(-1);
  if (place.present || key === undefined) return undefined;
  const about = shape?.description ? ` (${shape.description})` : '';
  return {
    message: { ko: `"${key}" 항목이 없습니다${about}`, en: `"${key}" is missing` },
    fix: { ko: `여기에 "${key}: …"를 더하세요`, en: `Add "${key}: …" here` },
  };
}

function unknownKey(question: Question): Explanation | undefined {
  const { issue, shape, siblings } = question;
  if (shape) return undefined;
  const key = issue.path.at(-1);
  const meant = meantKey(question);
  return {
    message: { ko: `"${key}"은(는) 없는 항목입니다`, en: `"${key}" is not a known key` },
    fix: meant
      ? { ko: `"${meant}"을(를) 쓰려던 것인가요?`, en: `Did you mean "${meant}"?` }
      : { ko: `쓸 수 있는 항목: ${siblings.join(', ')}`, en: `Known keys: ${siblings.join(', ')}` },
  };
}

/** The known key that an unknown one is probably a misspelling of. */
export function meantKey({ issue, shape, siblings }: Question): string | undefined {
  return shape ? undefined : closest(String(issue.path.at(-1)), siblings);
}

function empty(question: Question): Explanation | undefined {
  if (writtenValue(question) !== null) return undefined;
  return { message: { ko: '값이 비어 있습니다', en: 'The value is empty' }, fix: sampleOf(question) };
}

/** A check of our own brings its own words. */
function ownCheck({ issue, shape }: Question): Explanation | undefined {
  return issue.fix && shape && choicesOf(shape).length === 0 ? issue : undefined;
}

function wrongChoice(question: Question): Explanation | undefined {
  const choices = question.shape ? choicesOf(question.shape) : [];
  const value = writtenValue(question);
  if (choices.length === 0 || value === undefined) return undefined;
  const meant = closest(String(value), choices);
  return {
    message: { ko: `"${value}"은(는) 쓸 수 없는 값입니다`, en: `"${value}" is not one of the choices` },
    fix: meant
      ? { ko: `"${meant}"을(를) 쓰려던 것인가요?`, en: `Did you mean "${meant}"?` }
      : { ko: `다음 중 하나를 쓰세요: ${choices.join(', ')}`, en: `Write one of ${choices.join(', ')}` },
  };
}

function wrongType(question: Question): Explanation | undefined {
  const { type } = question.shape ?? {};
  const value = writtenValue(question);
  if (type === 'string' && isPlain(value) && typeof value !== 'string') return unquoted(question);
  if (type === 'integer' && (typeof value === 'string' || !Number.isInteger(value ?? 0)))
    return notANumber(value);
  if (type === 'array' && isPlain(value)) {
    return {
      message: { ko: '목록으로 써야 합니다', en: 'Must be a list' },
      fix: { ko: `[${value}]처럼 대괄호로 감싸세요`, en: `Write [${value}]` },
    };
  }
  return undefined;
}

function unquoted({ place: { node } }: Question): Explanation {
  const written = (isScalar(node) ? node.source : undefined) ?? '';
  return {
    message: { ko: '글자로 써야 하는데 숫자로 읽힙니다', en: 'Must be text but reads as a number' },
    fix: { ko: `따옴표로 감싸세요: "${written}"`, en: `Quote it: "${written}"` },
  };
}

function notANumber(value: unknown): Explanation {
  const digits = /^[\d,. ]+(?:원|명|개|%)?$/.test(String(value)) ? String(value).replace(/\D/g, '') : '';
  const example = typeof value === 'string' && digits ? digits : '300000';
  return {
    message: { ko: `"${value}"은(는) 정수가 아닙니다`, en: `"${value}" is not a whole number` },
    fix: { ko: `쉼표와 단위 없이 숫자만 쓰세요, 예: ${example}`, en: `Digits alone, for example ${example}` },
  };
}

function wrongSpelling(question: Question): Explanation | undefined {
  const { format, pattern } = question.shape ?? {};
  const value = writtenValue(question);
  if (typeof value !== 'string') return undefined;
  if (format === 'date') return explainDay(value);
  if (format === 'date-time') return explainInstant(value);
  if (!pattern) return undefined;
  return {
    message: { ko: `"${value}"은(는) 형식이 맞지 않습니다`, en: `"${value}" has another form` },
    fix: sampleOf(question),
  };
}

function wrongSize(question: Question): Explanation | undefined {
  const { type, minimum, maximum, minLength, maxLength } = question.shape ?? {};
  const value = writtenValue(question);
  if (type === 'integer' && typeof value === 'number') return between(minimum ?? 0, maximum ?? value, '');
  if (type === 'string' && typeof value === 'string') return between(minLength ?? 0, maxLength ?? 0, '글자');
  return undefined;
}

function between(low: number, high: number, unit: '' | '글자'): Explanation {
  const characters = unit && ' characters';
  return {
    message: {
      ko: `${low}${unit} 이상 ${high}${unit} 이하여야 합니다`,
      en: `Must be ${low} to ${high}${characters}`,
    },
  };
}

function sampleOf({ shape }: Question): Bilingual | undefined {
  const { description } = shape ?? {};
  return description ? { ko: description, en: description } : undefined;
}

function writtenValue({ place: { node, present } }: Question): unknown {
  if (!present) return undefined;
  if (node === undefined) return null;
  return isScalar(node) ? node.value : undefined;
}

const isPlain = (value: unknown): boolean => ['string', 'number', 'boolean', 'bigint'].includes(typeof value);
