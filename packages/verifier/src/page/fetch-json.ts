import { trouble } from './findings.js';

/** An answer that is neither a yes nor a no; its status says why. */
class NoAnswer extends Error {
  readonly status: number;
  constructor(status: number) {
    super(`HTTP ${status}`);
    this.status = status;
  }
}

/**
 * Undefined when the server itself says that there is no such thing, by this code: a 404 of anybody on the way must not
 * look like an entry that was left out. Whatever else goes wrong is thrown.
 */
export async function fetchJson(address: string, absence: string): Promise<unknown> {
  const answer = await fetch(address, { headers: { accept: 'application/json' }, credentials: 'omit' });
  const value: unknown = await answer.json().catch(() => undefined);
  if (answer.ok) return value;
  if (typeof value === 'object' && value !== null && 'code' in value && value.code === absence)
    return undefined;
  throw new NoAnswer(answer.status);
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
