import { type Level, levelOf } from '../beacon.js';
import { type Check, checkIds } from '../check.js';
import { checkDraw } from '../check-draw.js';
import type { Primitives } from '../primitives.js';
import { isTranscript } from '../transcript-shape.js';
import { checkTexts } from './check-texts.js';
import { element, shown } from './element.js';
import { findingItem, findingList, verdict } from './findings.js';
import { levelTexts, never } from './level-texts.js';

/** Makes all checks of a transcript before the visitor's eyes. */
export async function showDraw(place: Element, value: unknown, primitives: Primitives): Promise<void> {
  const list = findingList();
  const level = isTranscript(value) ? levelOf(value.commitment) : 'sandbox';
  const checks: Check[] = [];
  let workMs = 0;
  place.replaceChildren(list);
  await shown();
  let startedAt = performance.now();
  for await (const check of checkDraw(value, primitives)) {
    workMs += performance.now() - startedAt;
    checks.push(check);
    list.append(itemOf(check, level));
    await shown();
    startedAt = performance.now();
  }
  place.prepend(conclusion(checks, level, workMs));
}

function itemOf({ id, ok, numbers }: Check, level: Level): HTMLLIElement {
  const { title, ok: good, bad } = checkTexts[id];
  return findingItem({ ok, title, text: ok ? good(numbers, level) : bad, numbers });
}

function conclusion(checks: readonly Check[], level: Level, workMs: number): HTMLElement {
  const failed = checks.filter(({ ok }) => !ok);
  if (failed.length > 0 || checks.length < checkIds.length) {
    const what = failed.map(({ id }) => checkTexts[id].title).join(', ');
    return verdict(
      'bad',
      '맞지 않는 것이 있습니다.',
      `틀린 것: ${what}`,
      '이 기록의 당첨 결과를 믿지 마세요.',
    );
  }
  const seconds = Math.max(0.1, workMs / 1_000).toFixed(1);
  const { name, title, safe, proves, not } = levelTexts[level];
  return verdict(
    safe ? 'ok' : 'plain',
    title,
    `이 기기가 ${checks.length}가지를 처음부터 다시 계산했습니다. (${seconds}초)`,
    element(
      'dl',
      { class: 'meaning' },
      element('dt', {}, '방식'),
      element('dd', {}, name),
      element('dt', {}, '증명하는 것'),
      element('dd', {}, proves),
      element('dt', {}, '증명하지 못하는 것'),
      element('dd', {}, `${not} ${never}`),
    ),
  );
}
