import type { Issue } from '../../errors/index.js';
import type { Template } from '../design/template-schema.js';
import { droppedFrom } from '../text/renderable.js';

/** The texts of a template's own (`say`) that hold what no font here can draw. */
export function lostSigns({ parts, layouts }: Template): Issue[] {
  return [...saysIn(layouts, ['layouts']), ...saysIn(parts, ['parts'])].flatMap(({ path, say }) => {
    const dropped = droppedFrom([say]);
    return dropped.length === 0 ? [] : [issueOf(path, dropped.join(' '))];
  });
}

interface Say {
  readonly path: readonly (string | number)[];
  readonly say: string;
}

function saysIn(value: unknown, path: Say['path']): Say[] {
  if (Array.isArray(value)) return value.flatMap((one, index) => saysIn(one, [...path, index]));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    key === 'say' && typeof one === 'string'
      ? [{ path: [...path, key], say: one }]
      : saysIn(one, [...path, key]),
  );
}

const issueOf = (path: Say['path'], signs: string): Issue => ({
  path,
  message: {
    ko: `그릴 수 없는 글자가 있습니다: ${signs}`,
    en: `Holds characters that no font here can draw: ${signs}`,
  },
  fix: {
    ko: '한글, 한자, 로마자, 숫자, 기본 이모지로 바꿔 쓰세요',
    en: 'Write it with Hangul, Hanja, Latin letters, digits or standard emoji',
  },
});
