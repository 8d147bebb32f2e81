import { expect, it } from 'vitest';
import { ko } from '../messages/ko.js';
import { aFinding } from '../testing/fixtures.js';
import { toSarif } from './sarif.js';

type Judge = (value: unknown, at: string) => string[];

const one =
  (fits: (value: unknown) => boolean): Judge =>
  (value, at) =>
    fits(value) ? [] : [at];
const text = one((value) => typeof value === 'string' && value !== '');
const anyOf = (...values: unknown[]) => one((value) => values.includes(value));
const from = (least: number) => one((value) => Number.isInteger(value) && Number(value) >= least);
const list =
  (item: Judge): Judge =>
  (value, at) =>
    Array.isArray(value) ? value.flatMap((each, index) => item(each, `${at}[${index}]`)) : [at];
/** Closed, as the standard's JSON schema is: an unknown property is an error there too. `?` marks what may be absent. */
const closed =
  (properties: Readonly<Record<string, Judge>>): Judge =>
  (value, at) => {
    if (typeof value !== 'object' || value === null) return [at];
    const known = Object.keys(properties).map((name) => name.replace('?', ''));
    const unknown = Object.keys(value).filter((name) => !known.includes(name));
    const missing = Object.keys(properties).filter((name) => !name.endsWith('?') && !(name in value));
    const inside = Object.entries(properties).flatMap(([name, judge]) => {
      const key = name.replace('?', '');
      return key in value ? judge((value as Record<string, unknown>)[key], `${at}.${key}`) : [];
    });
    return [...[...unknown, ...missing].map((name) => `${at}.${name}`), ...inside];
  };

/** What the standard asks of the objects that we write, transcribed from OASIS SARIF 2.1.0, §3.13 to §3.35. */
const message = closed({ text });
const region = closed({ startLine: from(1), startColumn: from(1) });
const uri = one((value) => typeof value === 'string' && /^[\w.~!$&'()*+,;=:@/%-]+$/.test(value));
const suppression = closed({
  kind: anyOf('inSource', 'external'),
  status: anyOf('accepted', 'underReview', 'rejected'),
  justification: text,
});
const result = closed({
  ruleId: text,
  ruleIndex: from(-1),
  level: anyOf('none', 'note', 'warning', 'error'),
  message,
  locations: list(closed({ physicalLocation: closed({ artifactLocation: closed({ uri }), region }) })),
  'suppressions?': list(suppression),
});
const rule = closed({
  id: text,
  shortDescription: message,
  properties: one((value) => value instanceof Object),
});
const log = closed({
  $schema: uri,
  version: anyOf('2.1.0'),
  runs: list(
    closed({
      tool: closed({ driver: closed({ name: text, rules: list(rule) }) }),
      columnKind: anyOf('utf16CodeUnits', 'unicodeCodePoints'),
      results: list(result),
    }),
  ),
});

const place = { file: '겨울 행사.yaml', line: 12, column: 5 };
const waiver = { reason: '전단을 걸 곳을 확인했습니다', by: '점장', on: '2026-11-20', accepted: true };
const findings = [
  { ...aFinding({ ruleId: 'ALC-001', severity: 'error' }), ...place },
  { ...aFinding({ ruleId: 'OUT-001', waiver }), ...place },
  { ...aFinding({ ruleId: 'ALC-001', severity: 'info' }), ...place, line: 13 },
];

it('writes what the standard asks for', () => {
  expect(log(toSarif(findings, ko), 'log')).toEqual([]);
  expect(log(toSarif([], ko), 'log')).toEqual([]);
});

it('would notice a level, a line or a property that the standard does not know', () => {
  const written = JSON.stringify(toSarif(findings, ko));
  const spoiled = [
    written.replace('"level":"warning"', '"level":"warn"'),
    written.replace('"startLine":12', '"startLine":0'),
    written.replace('"ruleIndex"', '"ruleNumber"'),
    written.replace('"version":"2.1.0"', '"version":"2.0.0"'),
  ];

  expect(spoiled.map((spoilt) => log(JSON.parse(spoilt), 'log').length > 0)).toEqual([
    true,
    true,
    true,
    true,
  ]);
});

it('lists each rule once, points results at it, and keeps a waiver as a suppression with its reason', () => {
  const [run] = toSarif(findings, ko).runs;

  expect(run?.tool.driver.rules.map(({ id }) => id)).toEqual(['ALC-001', 'OUT-001']);
  expect(run?.results.map(({ ruleIndex, level }) => [ruleIndex, level])).toEqual([
    [0, 'error'],
    [1, 'warning'],
    [0, 'note'],
  ]);
  expect(run?.results[1]?.suppressions).toEqual([
    { kind: 'external', status: 'accepted', justification: '전단을 걸 곳을 확인했습니다 (점장, 2026-11-20)' },
  ]);
});
