/** Words for the usual parts of a promotion. Each says that it is practice: nobody could take it for a model's. */
const bank: Readonly<Record<string, readonly string[]>> = {
  title: ['연습용 단골 감사 이벤트', '연습용 이웃 인사 이벤트', '연습용 따뜻한 계절 이벤트'],
  reason: [
    '연습용 이유입니다. 준비할 것이 적고 손님이 참여하기 쉽습니다.',
    '연습용 이유입니다. 매장에 들르는 분께 먼저 알리기 좋습니다.',
    '연습용 이유입니다. 처음 오는 분도 쉽게 알아봅니다.',
  ],
  headline: ['연습용 따뜻한 인사', '연습용 이웃 소식', '연습용 반가운 소식'],
  greeting: [
    '연습용 인사말입니다. 오늘도 들러 주셔서 고맙습니다.',
    '연습용 인사말입니다. 가까운 이웃께 먼저 알립니다.',
  ],
  story: [
    '연습용 소개 글입니다. 동네에서 오래 함께하고 싶은 마음을 담았습니다. 편하게 들러 주세요.',
    '연습용 소개 글입니다. 계절이 바뀌어도 늘 같은 자리에서 기다리겠습니다.',
  ],
};

/** A text for a field of this name, if there is one that fits. */
export function practiceText(
  name: string | undefined,
  { minLength = 0, maxLength = Number.POSITIVE_INFINITY }: { minLength?: number; maxLength?: number },
  random: () => number,
): string | undefined {
  const texts = bank[name ?? '']?.filter(({ length }) => length >= minLength && length <= maxLength) ?? [];
  return texts[Math.floor(random() * texts.length)];
}
