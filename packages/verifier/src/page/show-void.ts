import type { Primitives } from '../primitives.js';
import { isVoidDraw, isVoidRecord } from '../void.js';
import { verdict } from './findings.js';

/** Says above all checks that the draw does not hold, when its own organiser says so. */
export async function showVoid(
  place: Element,
  draw: unknown,
  value: unknown,
  primitives: Primitives,
): Promise<void> {
  if (value === undefined) return;
  const isGenuine = await isVoidDraw(draw, value, primitives);
  place.prepend(
    isGenuine && isVoidRecord(value)
      ? verdict(
          'bad',
          '이 추첨은 무효입니다.',
          value.record.words,
          '주최자가 추첨 약속과 같은 열쇠로 서명한 것을 이 기기에서 확인했습니다. 계산이 맞더라도 당첨 결과는 쓰지 않습니다.',
        )
      : verdict(
          'bad',
          '무효 기록의 서명이 맞지 않습니다.',
          '이 추첨의 주최자가 만든 무효 기록이 아닙니다. 주최자에게 확인해 주세요.',
        ),
  );
}
