/** Status codes of one message, in the words of the sandbox. */
export const statusTexts: Readonly<Record<string, string>> = {
  '1020': '인증에 실패했습니다',
  '1026': '한 요청 안에서 수신번호가 중복되었습니다',
  '1030': '잔액이 부족합니다',
  '1062': '등록되지 않은 발신번호입니다',
  '2000': '접수되었습니다',
  '3000': '통신사 또는 카카오에 전달했습니다',
  '3032': '가입자가 아닙니다',
  '3054': '스팸으로 차단되었습니다',
  '3102': '채널 친구가 아닙니다',
  '3103': '템플릿과 내용이 다릅니다',
  '3104': '카카오톡 사용자가 아닙니다',
  '3105': '등록되지 않은 템플릿입니다',
  '3107': '차단했거나 72시간 동안 접속하지 않았습니다',
  '3108': '보낼 수 없는 시간입니다',
  '4000': '수신했습니다',
};

/**
 * `01000003104` fails with 3104, and `01000003000` is handed on and never heard of again; a number whose last four digits
 * are no code is an ordinary one.
 */
export function toMagicCode(to: string): string | undefined {
  const code = /^0100000(\d{4})$/.exec(to)?.[1];
  return code !== undefined && /^[13]/.test(code) && statusTexts[code] ? code : undefined;
}
