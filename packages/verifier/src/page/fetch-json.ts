import { trouble } from './findings.js';

/** An answer that is neither a yes nor a no; its status says why. */
class NoAnswer extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/** Undefined when there is no such thing at that address. Whatever else goes wrong is thrown. */
export async function fetchJson(address: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'omit' });
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new NoAnswer(answer.status);
  return answer.json();
}

/** What to do about a question without an answer. */
export function noAnswer(error: unknown): HTMLElement {
  const status = error instanceof NoAnswer ? error.status : 0;
  return trouble('아직 확인하지 못했습니다.', advice[status] ?? '인터넷 연결을 확인하고 다시 눌러 주세요.');
}

const advice: Readonly<Record<number, string>> = {
  410: '명단의 원본은 약속한 날에 파기되었습니다. 전에 내려받은 “내 응모의 증명”이 있으면 오프라인 확인 파일로 확인할 수 있습니다.',
  429: '지금은 요청이 많습니다. 1분 뒤에 다시 눌러 주세요.',
};
