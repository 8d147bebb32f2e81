import { isMap, isPair, isScalar, isSeq, type Node, type Pair } from 'yaml';
import { positionOf } from './position.js';
import type { Problem } from './problem.js';

/** Keys that reach behind a plain object. */
const reservedKeys = ['__proto__', 'constructor', 'prototype'];

/** What is good YAML but has no place in a campaign file: tags, repeated keys, keys that are not words. */
export function nodeProblems(node: unknown, text: string): Problem[] {
  if (isPair(node)) return [...nodeProblems(node.key, text), ...nodeProblems(node.value, text)];
  if (isMap<Node, Node | null>(node)) {
    const pairs = node.items.flatMap((pair) => nodeProblems(pair, text));
    return [...tagProblems(node), ...keyProblems(node.items, text), ...pairs];
  }
  if (isSeq(node)) return [...tagProblems(node), ...node.items.flatMap((item) => nodeProblems(item, text))];
  return isScalar(node) ? tagProblems(node) : [];
}

function tagProblems({ tag, range }: Pick<Node, 'tag' | 'range'>): Problem[] {
  if (!tag) return [];
  return [
    {
      offset: range?.[0] ?? 0,
      message: { ko: '"!"로 시작하는 태그는 쓸 수 없습니다', en: 'Tags that start with "!" are not allowed' },
      fix: { ko: '"!"로 시작하는 부분을 지우세요', en: 'Remove the tag' },
    },
  ];
}

function keyProblems(pairs: readonly Pair<Node, Node | null>[], text: string): Problem[] {
  const firstLines = new Map<string, number>();
  return pairs.flatMap(({ key }) => {
    const offset = key.range?.[0] ?? 0;
    if (!isScalar(key)) return [unusableKey(offset, '?')];
    const name = String(key.value);
    if (reservedKeys.includes(name)) return [unusableKey(offset, name)];
    const firstLine = firstLines.get(name);
    if (firstLine !== undefined) return [repeatedKey(offset, name, firstLine)];
    firstLines.set(name, positionOf(text, offset).line);
    return [];
  });
}

function unusableKey(offset: number, name: string): Problem {
  return {
    offset,
    message: { ko: `"${name}"은(는) 항목 이름으로 쓸 수 없습니다`, en: `"${name}" cannot be a key` },
    fix: { ko: '이 항목을 지우세요', en: 'Remove it' },
  };
}

function repeatedKey(offset: number, name: string, firstLine: number): Problem {
  return {
    offset,
    message: {
      ko: `"${name}" 항목이 ${firstLine}번째 줄에 이미 있습니다`,
      en: `"${name}" is on line ${firstLine} already`,
    },
    fix: { ko: '둘 중 하나를 지우세요', en: 'Remove one of the two' },
  };
}
