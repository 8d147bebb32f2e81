import type { ErrorCode, KtEventError } from '@kt-event/sdk';
import { toDay, toLastDay, toMoment } from './korean.js';

export interface VisitorWords {
  readonly title: string;
  readonly text: string;
}

type Context = KtEventError['context'];

/** The catalogue speaks to whoever runs the event; this speaks to the customer who takes part. */
export function visitorWords({ code, context }: KtEventError): VisitorWords {
  return words[code]?.(context) ?? trouble;
}

const trouble: VisitorWords = {
  title: '잠시 문제가 생겼습니다',
  text: '잠시 후 다시 시도해 주세요. 같은 내용을 다시 보내도 두 번 응모되지 않습니다.',
};

const words: { readonly [Code in ErrorCode]?: (context: Context) => VisitorWords } = {
  USER_001: () => ({
    title: '다시 확인해 주세요',
    text: '아직 응모되지 않았습니다. 아래를 고친 뒤 다시 보내 주세요.',
  }),
  USER_002: () => ({
    title: '찾는 화면이 없습니다',
    text: '주소를 다시 확인해 주세요. 매장의 QR을 다시 찍으면 바로 열립니다.',
  }),
  USER_004: ({ enteredAt }) => ({
    title: '이미 응모하셨습니다',
    text: `이 번호로 ${toMoment(String(enteredAt))}에 응모하셨습니다. 한 번만 응모하면 됩니다.`,
  }),
  USER_005: ({ opensAt, closesAt }) => ({
    title: '지금은 응모를 받지 않습니다',
    text: `응모 기간은 ${toDay(String(opensAt))}부터 ${toLastDay(String(closesAt))}까지입니다.`,
  }),
  USER_006: ({ stock }) => ({
    title: '준비한 수량이 모두 나갔습니다',
    text: `선착순 ${stock}개가 모두 나갔습니다. 관심을 가져 주셔서 고맙습니다.`,
  }),
  USER_009: () => ({
    title: '새 화면에서 다시 응모해 주세요',
    text: '이 화면으로는 이미 다른 내용을 보냈습니다. 아래에서 새로 시작해 주세요.',
  }),
  USER_014: ({ seconds }) => ({
    title: '잠시 후 다시 시도해 주세요',
    text: `지금은 요청이 많습니다. ${seconds}초 뒤에 다시 시도해 주세요.`,
  }),
  USER_034: () => ({ title: '바로 열 수 없는 주소입니다', text: '처음 화면에서 다시 시작해 주세요.' }),
  USER_035: () => ({ title: '보낸 내용이 너무 깁니다', text: '아직 응모되지 않았습니다. 다시 적어 주세요.' }),
  USER_050: () => ({
    title: '이미 쓴 영수증 번호입니다',
    text: '아직 응모되지 않았습니다. 다른 영수증 번호를 적거나, 비우고 다시 보내 주세요.',
  }),
  USER_051: ({ usedAt }) => ({
    title: '이미 쓴 쿠폰입니다',
    text: `${toMoment(String(usedAt))}에 사용되었습니다.`,
  }),
  USER_052: ({ until }) => ({
    title: '기한이 지난 쿠폰입니다',
    text: `${toMoment(String(until))}까지였고, 수량은 다음 분께 돌아갔습니다.`,
  }),
  USER_053: () => ({
    title: '쓸 수 없는 직원용 주소입니다',
    text: '주소가 틀렸거나 새 주소로 바뀌었습니다. 점장에게 새 주소를 받아 주세요.',
  }),
  USER_054: () => ({
    title: '쿠폰을 찾을 수 없습니다',
    text: '쿠폰 번호와 휴대폰 번호 뒤 네 자리를 다시 확인해 주세요.',
  }),
  USER_055: () => ({ title: '쿠폰이 없는 이벤트입니다', text: '주소를 다시 확인해 주세요.' }),
  USER_056: ({ seconds }) => ({
    title: '방문 코드를 여러 번 틀렸습니다',
    text: `아직 응모되지 않았습니다. ${Math.ceil(Number(seconds) / 60)}분 뒤에 다시 보내거나, 코드를 비우고 응모해 주세요.`,
  }),
  USER_057: () => ({
    title: '사람인지 확인해야 합니다',
    text: '아직 응모되지 않았습니다. 지금은 한꺼번에 많은 요청이 와서 확인이 필요합니다. 잠시 뒤 다시 응모해 주세요.',
  }),
  USER_058: () => ({
    title: '인증번호를 확인해 주세요',
    text: '아직 응모되지 않았습니다. 인증번호가 맞지 않거나 기한이 지났습니다. 다시 확인하거나 새로 받아 주세요.',
  }),
  USER_059: ({ seconds }) => ({
    title: '인증번호를 너무 자주 요청하셨습니다',
    text: `${Math.ceil(Number(seconds) / 60)}분 뒤에 다시 받을 수 있습니다.`,
  }),
  USER_060: () => ({
    title: '지금은 인증번호를 보낼 수 없습니다',
    text: '이 이벤트에서 보낼 수 있는 인증 문자를 모두 썼습니다. 매장에 문의해 주세요.',
  }),
  USER_061: () => ({
    title: '인증번호를 보내지 못했습니다',
    text: '번호를 다시 확인하고, 잠시 뒤 다시 받아 주세요.',
  }),
  USER_062: () => ({ title: '인증번호가 필요 없습니다', text: '인증번호 없이 응모할 수 있습니다.' }),
  USER_063: () => ({
    title: '사람인지 확인해 주세요',
    text: '아직 응모되지 않았습니다. 확인 칸을 마친 뒤 다시 보내 주세요. 확인은 5분 동안, 한 번만 쓸 수 있습니다.',
  }),
  USER_070: () => ({ title: '당첨 확인 주소가 아닙니다', text: '받은 메시지의 주소를 그대로 열어 주세요.' }),
  AUTH_003: () => ({ title: '열 수 없는 주소입니다', text: '주소가 바뀌었거나 기한이 지났습니다.' }),
  USER_087: () => ({
    title: '접수증을 열 수 없습니다',
    text: '이 접수증의 본인 확인 값이 아니거나, 개인정보가 이미 파기되었습니다. 32자를 그대로 넣어 주세요.',
  }),
  STORE_005: () => ({
    title: '응모를 저장하지 못했습니다',
    text: '아직 응모되지 않았습니다. 잠시 후 다시 시도해 주세요.',
  }),
};
