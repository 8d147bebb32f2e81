/** What a template itself says on a picture, beside the texts it is given. */
export const posterWords = {
  prizes: '경품',
  period: '기간',
  odds: '당첨',
  howTo: 'QR 찍고 바로 참여',
  address: '카메라가 안 되면 주소창에',
  notices: '꼭 확인하세요',
  scan: 'QR 찍고 참여',
} as const;
