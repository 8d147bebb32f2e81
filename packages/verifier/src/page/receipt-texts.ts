import type { ReceiptCheck, ReceiptCheckId } from '../receipt.js';

interface ReceiptText {
  readonly title: string;
  readonly ok: (numbers: ReceiptCheck['numbers']) => string;
  readonly bad: (numbers: ReceiptCheck['numbers']) => string;
}

export const receiptTexts: Record<ReceiptCheckId, ReceiptText> = {
  genuine: {
    title: '접수증의 서명',
    ok: () => '주최자가 서명한 진짜 접수증입니다.',
    bad: () =>
      '이 추첨의 주최자가 서명한 접수증이 아닙니다. 한 글자라도 바뀌면 이렇게 나오니, 전체를 다시 붙여 넣어 보세요.',
  },
  event: {
    title: '이벤트',
    ok: () => '이 이벤트의 접수증입니다.',
    bad: () => '다른 이벤트의 접수증입니다.',
  },
  committed: {
    title: '추첨 약속의 서명',
    ok: () => '비교하는 명단은 주최자가 서명해 확정한 그 명단입니다.',
    bad: () => '추첨 약속의 서명이 맞지 않아, 명단을 믿을 수 없습니다.',
  },
  listed: {
    title: '명단',
    ok: ({ entries, place }) => `확정된 명단 ${entries}명 가운데 ${place}번째에 이 응모가 있습니다.`,
    bad: ({ entries }) => `확정된 명단 ${entries}명 가운데 이 응모가 없습니다.`,
  },
  weight: {
    title: '응모권',
    ok: ({ weight, total_weight }) =>
      `응모권 ${weight}장으로 추첨에 들어갔습니다. 전체 ${total_weight}장 가운데 ${weight}장입니다.`,
    bad: ({ weight, promised }) =>
      `접수증에는 응모권이 ${promised}장인데 명단에는 ${weight}장입니다. 주최자에게 까닭을 물어보세요.`,
  },
  owner: {
    title: '본인',
    ok: () => '적어 주신 번호의 응모가 맞습니다.',
    bad: () => '적어 주신 번호의 응모가 아닙니다. 번호를 다시 확인해 주세요.',
  },
};
