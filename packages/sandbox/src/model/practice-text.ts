/** Words for the usual parts of a promotion. Each says that it is practice: nobody could take it for a model's. */
const bank: Readonly<Record<string, readonly string[]>> = {
  title: [
    '연습용 단골 감사 이벤트',
    '연습용 이웃 인사 이벤트',
    '연습용 따뜻한 계절 이벤트',
    '연습용 동네 나눔 이벤트',
    '연습용 첫인사 이벤트',
    '연습용 오늘도 반가워요',
    '연습용 작은 선물 이벤트',
    '연습용 고마운 마음 이벤트',
  ],
  reason: [
    '연습용 이유입니다. 준비할 것이 적고 손님이 참여하기 쉽습니다.',
    '연습용 이유입니다. 매장에 들르는 분께 먼저 알리기 좋습니다.',
    '연습용 이유입니다. 처음 오는 분도 쉽게 알아봅니다.',
    '연습용 이유입니다. 매장 상품을 드려 다시 찾게 됩니다.',
    '연습용 이유입니다. 눈에 띄는 선물이 있어 이야깃거리가 됩니다.',
    '연습용 이유입니다. 바쁜 시간에도 직원의 손이 덜 갑니다.',
  ],
  headline: [
    '연습용 따뜻한 인사',
    '연습용 이웃 소식',
    '연습용 반가운 소식',
    '연습용 작은 선물',
    '연습용 오늘의 즐거움',
    '연습용 고마운 마음',
  ],
  greeting: [
    '연습용 인사말입니다. 오늘도 들러 주셔서 고맙습니다.',
    '연습용 인사말입니다. 가까운 이웃께 먼저 알립니다.',
    '연습용 인사말입니다. 잠깐 쉬어 가는 길에 함께해 주세요.',
    '연습용 인사말입니다. 늘 찾아 주시는 마음에 보답합니다.',
    '연습용 인사말입니다. 처음 오시는 분도 편하게 들어오세요.',
  ],
  paragraphs: [
    '연습용 글입니다. 기간은 {기간}, 경품은 {경품}입니다.',
    '연습용 글입니다. {매장}에서 만나요.',
    '연습용 글입니다. 고마운 마음을 담아 준비했습니다.',
  ],
  tags: ['연습용이웃소식', '연습용오늘의가게', '연습용작은선물'],
  story: [
    '연습용 소개 글입니다. 동네에서 오래 함께하고 싶은 마음을 담았습니다. 편하게 들러 주세요.',
    '연습용 소개 글입니다. 계절이 바뀌어도 늘 같은 자리에서 기다리겠습니다.',
    '연습용 소개 글입니다. 손님들이 남겨 주신 따뜻한 말에 힘을 얻어 준비했습니다.',
    '연습용 소개 글입니다. 가까운 곳에서 누리는 작은 즐거움을 나누고 싶습니다.',
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
