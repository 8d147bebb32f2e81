import type { Issue } from '@kt-event/sdk';

/** What to do about each field that was refused, in plain Korean, by its name in the form. */
export function fieldWords(issues: readonly Issue[]): Readonly<Record<string, string>> {
  return Object.fromEntries(
    issues.filter(({ path }) => path.length > 0).map((issue) => [String(issue.path[0]), sentenceOf(issue)]),
  );
}

function sentenceOf({ path, message, fix }: Issue): string {
  return sentences[String(path[0])] ?? [message.ko, fix?.ko].filter(Boolean).join('. ');
}

const sentences: Readonly<Record<string, string>> = {
  name: '이름을 40자 안으로 적어 주세요.',
  phone: '휴대폰 번호를 다시 확인해 주세요. 예: 010-1234-5678',
  consent: '개인정보 수집·이용에 동의해야 응모할 수 있습니다.',
  overFourteen: '만 14세 이상만 응모할 수 있습니다.',
};
