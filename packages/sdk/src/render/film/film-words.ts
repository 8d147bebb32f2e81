/** The words of a film that no plan brings. */
export const filmWords = {
  how: '이렇게 참여하세요',
  when: '언제까지?',
  scan: 'QR을 찍고 지금 참여하세요',
} as const;
