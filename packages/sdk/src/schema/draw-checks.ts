import type { z } from 'zod';

interface Totals {
  readonly entries: number;
  readonly total_weight: number;
  readonly max_weight: number;
  readonly prizes: readonly { readonly id: string }[];
  readonly beacon: { readonly type: string; readonly commits?: readonly string[] };
}

/** What a commitment must hold together, beyond the form of each field. */
export function checkCommitment({ value, issues }: z.core.ParsePayload<Totals>): void {
  const refuse = (path: string, message: string, ko: string) =>
    issues.push({ code: 'custom', input: value, path: [path], message, params: { ko } });

  const prizeIds = value.prizes.map(({ id }) => id);
  if (hasRepeat(prizeIds)) refuse('prizes', 'A prize is listed twice', '같은 경품이 두 번 있습니다');
  if (prizeIds.some((id) => /^reserve-\d+$/.test(id))) {
    refuse('prizes', 'A prize has the name of a reserve', '경품 이름이 예비 당첨 이름과 겹칩니다');
  }
  if (value.total_weight < value.entries || value.total_weight > value.entries * value.max_weight) {
    refuse(
      'total_weight',
      'The weights do not fit the number of entries',
      '응모권 합계가 응모 수와 맞지 않습니다',
    );
  }
  if (hasRepeat(value.beacon.commits ?? [])) {
    refuse('beacon', 'Two witnesses have the same secret', '두 증인의 비밀값이 같습니다');
  }
}

const hasRepeat = (values: readonly string[]): boolean => new Set(values).size < values.length;
