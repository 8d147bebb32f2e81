import type { Bilingual } from '@kt-event/sdk';
import type { Document, YAMLError } from 'yaml';
import type { Problem } from './problem.js';

type Said = Readonly<{ message: Bilingual; fix: Bilingual }>;

const colon: Said = {
  message: {
    ko: '한 줄에 ":"이 두 번 있거나 줄의 시작이 어긋났습니다',
    en: 'Two ":" on one line, or a line that starts in the wrong column',
  },
  fix: {
    ko: '값에 ":"이 있으면 따옴표로 감싸고, 같은 단계의 줄은 같은 칸에서 시작하세요',
    en: 'Quote a value that holds ":", and start lines of one level in the same column',
  },
};

/** What a writer can do about the usual mistakes. */
const sayings: Partial<Record<YAMLError['code'], Said>> = {
  TAB_AS_INDENT: {
    message: { ko: '줄 앞에 탭을 썼습니다', en: 'Tabs are not allowed as indentation' },
    fix: { ko: '탭을 지우고 띄어쓰기 두 칸을 쓰세요', en: 'Replace the tab with two spaces' },
  },
  BAD_INDENT: {
    message: { ko: '줄의 시작 칸이 맞지 않습니다', en: 'This line starts in the wrong column' },
    fix: { ko: '같은 단계의 줄과 같은 칸에서 시작하세요', en: 'Align it with the lines of its level' },
  },
  MISSING_CHAR: {
    message: {
      ko: '닫는 따옴표나 괄호, 쉼표, ":" 중 하나가 빠졌습니다',
      en: 'A quote, bracket, comma or ":" is missing',
    },
    fix: {
      ko: '이 줄과 윗줄에서 짝이 맞는지 보세요',
      en: 'See that pairs match on this line and the one above',
    },
  },
  BAD_SCALAR_START: {
    message: { ko: '@ 나 ` 로 시작하는 값은 그대로 쓸 수 없습니다', en: 'A value cannot start with @ or `' },
    fix: { ko: '값을 따옴표로 감싸세요', en: 'Quote the value' },
  },
  MULTIPLE_DOCS: {
    message: { ko: '파일 하나에는 이벤트 하나만 쓸 수 있습니다', en: 'One file holds one campaign' },
    fix: { ko: '"---" 아래의 내용을 다른 파일로 옮기세요', en: 'Move what follows "---" to another file' },
  },
  TAG_RESOLVE_FAILED: {
    message: { ko: '"!"로 시작하는 태그는 쓸 수 없습니다', en: 'Tags that start with "!" are not allowed' },
    fix: { ko: '"!"로 시작하는 부분을 지우세요', en: 'Remove the tag' },
  },
  BLOCK_AS_IMPLICIT_KEY: colon,
  MULTILINE_IMPLICIT_KEY: colon,
};

/** What the parser could not read. A file with one of these is not looked at further. */
export function syntaxProblems({ errors, warnings }: Document.Parsed): Problem[] {
  return causes([...errors, ...warnings]).map(({ code, message, pos: [offset] }) => ({
    offset,
    ...(sayings[code] ?? { message: { ko: `읽을 수 없는 곳입니다 (${message})`, en: message } }),
  }));
}

/** A tab makes every line after it look wrong, and one place is complained about once. */
function causes(found: readonly YAMLError[]): readonly YAMLError[] {
  const tabs = found.filter(({ code }) => code === 'TAB_AS_INDENT');
  const told = tabs.length > 0 ? tabs : found;
  return told.filter(({ pos: [offset] }, index) => told.findIndex(({ pos }) => pos[0] === offset) === index);
}
