import { readFileSync } from 'node:fs';
import { fc, it as property } from '@fast-check/vitest';
import { KtEventError } from '@kt-event/sdk';
import { expect, it } from 'vitest';
import { parseCampaign } from './parse-campaign.js';

const example = readFileSync(new URL('../../../../examples/cafe-first-visit.yaml', import.meta.url), 'utf8');

/** The example without comments, in block style, one field on each line. */
const good = `version: 1
name: 첫 방문 QR 이벤트
store:
  name: 카페 온도
  industry: cafe
  region: 서울 마포구
  phone: 02-1234-5678
objective: new_customer
budgetKrw: 300000
period:
  start: 2026-12-01
  end: 2026-12-14
entry:
  mechanic: lottery
  winners: 10
channels: [instagram, naver_blog]
draw:
  at: 2026-12-15T12:00:00+09:00
prizes:
  - name: 아메리카노
    valueKrw: 4500
    quantity: 10
`;

/** `line:column message → fix` of everything that is wrong, in Korean. */
function problemsOf(text: string): string[] {
  try {
    parseCampaign(text, 'c.yaml');
    return [];
  } catch (error) {
    if (!KtEventError.is(error)) throw error;
    return error.issues.map(
      ({ line, column, message, fix }) => `${line}:${column} ${message.ko}${fix ? ` → ${fix.ko}` : ''}`,
    );
  }
}

const change = (from: string, to: string): string => good.replace(from, to);

it('reads the example', () => {
  const brief = parseCampaign(example, 'cafe-first-visit.yaml');

  expect(brief.period).toEqual({ start: '2026-12-01', end: '2026-12-14' });
  expect(brief.store.phone).toBe('02-1234-5678');
  expect(brief.draw?.at).toBe('2026-12-15T12:00:00+09:00');
  expect(brief.concept).toBe('balanced');
});

it.each<[string, string, string[]]>([
  ['a good file', good, []],
  ['a byte order mark', `\ufeff${good}`, []],
  [
    'an unknown key',
    change('  phone:', '  phon:'),
    ['7:3 "phon"은(는) 없는 항목입니다 → "phone"을(를) 쓰려던 것인가요?'],
  ],
  [
    'a wrong type',
    change('300000', '30만원'),
    ['9:12 "30만원"은(는) 정수가 아닙니다 → 쉼표와 단위 없이 숫자만 쓰세요, 예: 300000'],
  ],
  [
    'a phone that reads as a number',
    change('02-1234-5678', '0212345678'),
    ['7:10 글자로 써야 하는데 숫자로 읽힙니다 → 따옴표로 감싸세요: "0212345678"'],
  ],
  [
    'an impossible date',
    change('2026-12-14', '2026-02-30'),
    ['12:8 2026년 2월 30일은 없는 날짜입니다 → 예: 2026-02-28'],
  ],
  [
    'a date spelled another way',
    change('2026-12-14', '2026/12/14'),
    ['12:8 날짜를 쓰는 방식이 다릅니다 → 예: 2026-12-14'],
  ],
  [
    'an instant without offset',
    change('2026-12-15T12:00:00+09:00', '2026-12-15 12:00'),
    ['18:7 날짜를 쓰는 방식이 다릅니다 → 예: 2026-12-15T12:00:00+09:00'],
  ],
  [
    'more winners than prizes',
    change('winners: 10', 'winners: 11'),
    ['15:12 당첨 11명에 경품이 10개뿐입니다 → 10 이하로 쓰거나 경품 수량을 늘리세요'],
  ],
  [
    'a budget below the prizes',
    change('300000', '40000'),
    ['9:12 경품값만 45,000원입니다 → 45000 이상을 쓰거나 경품을 줄이세요'],
  ],
  [
    'an end before the start',
    change('2026-12-14', '2026-11-30'),
    ['12:8 마감일이 시작일보다 빠릅니다 → 2026-12-01 이후 날짜를 쓰세요'],
  ],
  [
    'a draw before entries close',
    change('2026-12-15T12', '2026-12-14T12'),
    ['18:7 추첨 시각이 응모 마감 10분 뒤보다 빠릅니다 → 예: 2026-12-15T12:00:00+09:00'],
  ],
  [
    'a tab',
    change('  industry', '\tindustry'),
    ['5:1 줄 앞에 탭을 썼습니다 → 탭을 지우고 띄어쓰기 두 칸을 쓰세요'],
  ],
  [
    'a key twice',
    change('objective:', 'name: 또\nobjective:'),
    ['8:1 "name" 항목이 2번째 줄에 이미 있습니다 → 둘 중 하나를 지우세요'],
  ],
  [
    'a bad business number',
    change('objective:', '  businessNumber: 123-45-67890\nobjective:'),
    ['8:19 사업자등록번호의 검증 숫자가 맞지 않습니다 → 사업자등록증의 번호 10자리를 다시 확인하세요'],
  ],
  [
    'an unknown choice',
    change('industry: cafe', 'industry: caffe'),
    ['5:13 "caffe"은(는) 쓸 수 없는 값입니다 → "cafe"을(를) 쓰려던 것인가요?'],
  ],
  [
    'an unknown mechanic',
    change('lottery', 'lotery'),
    ['14:13 "lotery"은(는) 쓸 수 없는 값입니다 → "lottery"을(를) 쓰려던 것인가요?'],
  ],
  [
    'a missing draw',
    change('draw:\n  at: 2026-12-15T12:00:00+09:00\n', ''),
    ['1:1 추첨형에는 추첨 시각이 필요합니다 → 예: draw: { at: 2026-12-15T12:00:00+09:00 }'],
  ],
  [
    'an empty value',
    change('region: 서울 마포구', 'region:'),
    ['6:10 값이 비어 있습니다 → 지역, 예: 서울 마포구'],
  ],
  [
    'a channel that is not a list',
    change('[instagram, naver_blog]', 'instagram'),
    ['16:11 목록으로 써야 합니다 → [instagram]처럼 대괄호로 감싸세요'],
  ],
  [
    'a channel twice',
    change('naver_blog', 'instagram'),
    ['16:11 같은 채널이 두 번 있습니다 → 겹치는 채널을 지우세요'],
  ],
  ['a number out of range', change('winners: 10', 'winners: 0'), ['15:12 1 이상 1000 이하여야 합니다']],
  [
    'a tag',
    change('version: 1', 'version: !!js/function 1'),
    ['1:10 "!"로 시작하는 태그는 쓸 수 없습니다 → "!"로 시작하는 부분을 지우세요'],
  ],
  [
    'a known tag',
    change('name: 첫', 'name: !!str 첫'),
    ['2:13 "!"로 시작하는 태그는 쓸 수 없습니다 → "!"로 시작하는 부분을 지우세요'],
  ],
  [
    'a reserved key',
    change('version: 1', 'version: 1\n__proto__: { a: 1 }'),
    ['2:1 "__proto__"은(는) 항목 이름으로 쓸 수 없습니다 → 이 항목을 지우세요'],
  ],
  [
    'an alias without anchor',
    change('region: 서울 마포구', 'region: *b'),
    ['1:1 "*" 별칭이 너무 많거나 가리키는 곳이 없습니다 → 별칭 대신 값을 직접 쓰세요'],
  ],
  [
    'two documents',
    `${good}---\n${good}`,
    ['23:1 파일 하나에는 이벤트 하나만 쓸 수 있습니다 → "---" 아래의 내용을 다른 파일로 옮기세요'],
  ],
  [
    'an empty file',
    '',
    ['1:1 이벤트 파일의 모양이 아닙니다 → `kt-event init`으로 예시 파일을 만들어 고치세요'],
  ],
  ['a list', '- a', ['1:1 이벤트 파일의 모양이 아닙니다 → `kt-event init`으로 예시 파일을 만들어 고치세요']],
  [
    'colon in a value',
    change('name: 첫', 'name: 첫: 둘'),
    [
      '2:7 한 줄에 ":"이 두 번 있거나 줄의 시작이 어긋났습니다 → 값에 ":"이 있으면 따옴표로 감싸고, 같은 단계의 줄은 같은 칸에서 시작하세요',
    ],
  ],
])('says what to correct: %s', (_name, text, expected) => {
  expect(problemsOf(text)).toEqual(expected);
});

it('reports everything at once, in the order of the file', () => {
  const text = change('winners: 10', 'winners: 11')
    .replace('phone:', 'phon:')
    .replace('2026-12-14', '2026-02-30');

  expect(problemsOf(text).map((problem) => problem.split(' ')[0])).toEqual(['7:3', '12:8', '15:12']);
});

const hostile: Record<string, string> = {
  'deep flow': '['.repeat(500_000),
  'deep and closed flow': '['.repeat(5_000) + ']'.repeat(5_000),
  'deep block': '- '.repeat(500_000),
  'deep keys': '? '.repeat(500_000),
  'a billion laughs': `a: &a [x,x]\n${[...'bcdefghijklmnopqrstuvwxyz'].map((key, index) => `${key}: &${key} [${Array(9).fill(`*${'abcdefghijklmnopqrstuvwxyz'[index]}`).join(',')}]`).join('\n')}`,
  'a wide list': `channels: [${'x,'.repeat(500_000)}]`,
  'many keys': Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join('\n'),
  'one key many times': 'name: x\n'.repeat(100_000),
  'an alias of itself': 'store: &a { name: *a }',
};

it.each(Object.entries(hostile))('refuses %s without delay', (_name, text) => {
  const startMs = performance.now();

  const problems = problemsOf(text);

  expect(problems.length).toBeGreaterThan(0);
  expect(problems.length).toBeLessThanOrEqual(100);
  expect(performance.now() - startMs).toBeLessThan(3_000);
});

const yamlish = fc
  .array(fc.constantFrom(...'{}[]:,-?&*!|>\'"%@`#\n\t aA0~<='.split(''), ...good.split(/(?<=\n)/)), {
    maxLength: 60,
  })
  .map((parts) => parts.join(''));

property.prop([fc.oneof(fc.string({ unit: 'binary' }), yamlish)])(
  'answers any text with a brief or with problems',
  (text) => {
    expect(problemsOf(text).every((problem) => /^\d+:\d+ /.test(problem))).toBe(true);
  },
);
