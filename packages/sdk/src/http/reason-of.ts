import type { HttpResponse } from './http.js';

const longestReason = 120;

/** The provider's own words, fit for an error: one short line without control characters or personal data. */
export function reasonOf({ status, bytes }: HttpResponse): string {
  const words = toPlainWords(sentenceIn(new TextDecoder().decode(bytes.subarray(0, 10_000))));
  return words === '' ? `HTTP ${status}` : `HTTP ${status}, ${words}`;
}

/** Where providers put their sentence, RFC 9457 first. Nothing is read out of HTML. */
function sentenceIn(body: string): string {
  const { detail, message, error, errorMessage, msg, title } = toRecord(parse(body));
  const candidates = [detail, message, toRecord(error)['message'], error, errorMessage, msg, title];
  return candidates.find((words) => typeof words === 'string') ?? '';
}

function parse(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

function toRecord(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** A key: too long for a word, or of twelve and more letters that no word has together. */
const longRun = /[\w-]{24,}|(?=[A-Za-z]*(?:[\d_+/=~-]|[a-z][A-Z]))[\w+/=~-]{12,}/g;

/** Text from outside is data: it may hold a terminal's escapes, a participant's phone or the key we sent. */
export function toPlainWords(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{C}\s]+/gu, ' ')
    .replace(/\S+@\S+/g, '[email]')
    .replace(/\+?\d([().\s-]*\d){7,}/g, '[number]')
    .replace(longRun, '[key]')
    .trim()
    .slice(0, longestReason);
}
