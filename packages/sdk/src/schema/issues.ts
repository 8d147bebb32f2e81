import { z } from 'zod';
import type { Bilingual, Issue } from '../errors/index.js';

const korean = z.locales.ko().localeError;
const english = z.locales.en().localeError;

/** Turns what zod found into places a person can correct, in both languages. */
export function toIssues(error: z.ZodError): Issue[] {
  return error.issues.flatMap((issue) => (isUnrecognized(issue) ? unknownKeys(issue) : [toIssue(issue)]));
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const fix = fixOf(issue);
  return { path: issue.path.map(toKey), message: messageOf(issue), ...(fix && { fix }) };
}

/** A schema's own check carries its Korean sentence in `params`. */
function messageOf(issue: z.core.$ZodIssue): Bilingual {
  if (issue.code === 'custom') {
    return { ko: textOf(issue.params?.['ko']) ?? issue.message, en: issue.message };
  }
  return { ko: say(korean, issue) ?? issue.message, en: say(english, issue) ?? issue.message };
}

function fixOf(issue: z.core.$ZodIssue): Bilingual | undefined {
  if (issue.code === 'custom') return bilingualOf(issue.params?.['fix']);
  if (issue.code === 'invalid_value') {
    const values = issue.values.map(String).join(', ');
    return { ko: `${values} 중 하나를 쓰세요`, en: `Write one of ${values}` };
  }
  return undefined;
}

function unknownKeys(issue: z.core.$ZodIssueUnrecognizedKeys): Issue[] {
  return issue.keys.map((key) => ({
    path: [...issue.path.map(toKey), key],
    message: { ko: `"${key}"은(는) 없는 항목입니다`, en: `"${key}" is not a known key` },
    fix: { ko: '철자를 확인하거나 지우세요', en: 'Check the spelling or remove it' },
  }));
}

function isUnrecognized(issue: z.core.$ZodIssue): issue is z.core.$ZodIssueUnrecognizedKeys {
  return issue.code === 'unrecognized_keys';
}

function say(locale: z.core.$ZodErrorMap, issue: z.core.$ZodIssue): string | undefined {
  const said = locale(issue as z.core.$ZodRawIssue);
  return typeof said === 'string' ? said : said?.message;
}

function bilingualOf(value: unknown): Bilingual | undefined {
  if (typeof value !== 'object' || value === null || !('ko' in value) || !('en' in value)) return undefined;
  return { ko: String(value.ko), en: String(value.en) };
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const toKey = (key: PropertyKey): string | number => (typeof key === 'number' ? key : String(key));
