import { type JsonRecord, textAt } from '../json.js';
import { practiceText } from './practice-text.js';

/** Words that no reader could take for a model's: what they stand for is said in them. */
const phrases = [
  '샌드박스 예시 문구',
  '샌드박스가 지어낸 안내',
  '연습용 소개 글',
  '시험 삼아 쓴 제목',
  '실제가 아닌 예시',
];

const formats: Readonly<Record<string, string>> = {
  'date-time': '2026-12-01T00:00:00Z',
  date: '2026-12-01',
  time: '10:00:00Z',
  duration: 'P7D',
  email: 'sandbox@example.com',
  hostname: 'sandbox.example.com',
  uri: 'https://example.com/sandbox',
  ipv4: '192.0.2.1',
  ipv6: '2001:db8::1',
  uuid: '00000000-0000-4000-8000-000000000001',
};
export const knownFormats = Object.keys(formats);

/** Tried in turn against a `pattern`; a pattern none of them meets is left unmet, as a real model may. */
const patternCandidates = [
  ...Object.values(formats),
  '10:00',
  '#FF6600',
  'sandbox',
  'sandbox-1',
  'SANDBOX',
  '1',
  '2026',
];

function fitLength(text: string, schema: JsonRecord): string {
  const least = typeof schema['minLength'] === 'number' ? schema['minLength'] : 0;
  const most = typeof schema['maxLength'] === 'number' ? schema['maxLength'] : Number.POSITIVE_INFINITY;
  const padded = text.length < least ? text.padEnd(least, ' 예시') : text;
  return padded.slice(0, most);
}

/** A text that satisfies a string schema, and that suits the name of its field. */
export function createSchemaText(schema: JsonRecord, random: () => number, name?: string): string {
  const format = formats[textAt(schema, 'format') ?? ''];
  const pattern = textAt(schema, 'pattern');
  const phrase = `${phrases[Math.floor(random() * phrases.length)]} ${Math.floor(random() * 900) + 100}`;
  if (format !== undefined) {
    return format;
  }
  const matching =
    pattern === undefined ? undefined : patternCandidates.find((text) => new RegExp(pattern, 'u').test(text));
  return matching ?? practiceText(name, schema, random) ?? fitLength(phrase, schema);
}
