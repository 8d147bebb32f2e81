import { toKtEventError, UserError } from '@kt-event/sdk';
import { expect, it } from 'vitest';
import { en } from '../messages/en.js';
import { ko } from '../messages/ko.js';
import { errorView } from './error-view.js';

const issue = {
  path: ['store', 'phon'],
  message: { ko: '"phon"은(는) 없는 항목입니다', en: '"phon" is not a known key' },
  fix: { ko: '"phone"을(를) 쓰려던 것인가요?', en: 'Did you mean "phone"?' },
  file: 'cafe.yaml',
  line: 7,
  column: 3,
};

it('says what, where, what was expected, and what to do', () => {
  const error = new UserError('USER_001', { what: 'cafe.yaml' }, { issues: [issue] });

  expect(errorView(error, ko)).toMatchInlineSnapshot(`
    "✖ 입력이 올바르지 않습니다 (USER_001)
      cafe.yaml에 고칠 곳이 있습니다

      · cafe.yaml:7:3  "phon"은(는) 없는 항목입니다
        → "phone"을(를) 쓰려던 것인가요?

    → 표시된 곳을 고친 뒤 다시 실행하세요."
  `);
  expect(errorView(error, en)).toMatchInlineSnapshot(`
    "✖ Input is not valid (USER_001)
      cafe.yaml has something to correct

      · cafe.yaml:7:3  "phon" is not a known key
        → Did you mean "phone"?

    → Correct the places shown and run again."
  `);
});

it('shows as many places as one corrects at a time', () => {
  const error = new UserError('USER_001', { what: 'cafe.yaml' }, { issues: Array(50).fill(issue) });

  const text = errorView(error, ko);

  expect(text.match(/cafe\.yaml:7:3/g)).toHaveLength(20);
  expect(text).toContain('그 밖에 30곳이 더 있습니다.');
});

it('shows no stack of an unexpected failure', () => {
  expect(errorView(toKtEventError(new TypeError('x is not a function')), ko)).not.toContain('    at ');
});
