import type { Primitives } from '../primitives.js';
import { checkReceipt, type Receipt, type ReceiptCheck, type ReceiptQuestion } from '../receipt.js';
import type { Result } from '../transcript.js';
import { download, element } from './element.js';
import { findingItem, findingList, verdict } from './findings.js';
import { receiptTexts } from './receipt-texts.js';

export interface ReceiptAnswer extends ReceiptQuestion {
  /** The results of the draw, when it has been. */
  readonly results: readonly Result[] | undefined;
  /** True when the draw does not hold: nobody has won. */
  readonly isVoid?: boolean;
}

/** Shows whether the holder of a receipt was in the list, and what to do if not. */
export async function showReceipt(
  place: Element,
  answer: ReceiptAnswer,
  primitives: Primitives,
): Promise<void> {
  const checks = await checkReceipt(answer, primitives);
  const list = findingList();
  list.append(...checks.map(itemOf));
  place.replaceChildren(conclusion(answer, checks), list);
}

function itemOf({ id, ok, numbers }: ReceiptCheck): HTMLLIElement {
  const { title, ok: good, bad } = receiptTexts[id];
  return findingItem({ ok, title, text: (ok ? good : bad)(numbers), numbers });
}

function conclusion(answer: ReceiptAnswer, checks: readonly ReceiptCheck[]): HTMLElement {
  const failed = checks.filter(({ ok }) => !ok).map(({ id }) => id);
  if (failed.length === 0) return inList(answer);
  if (failed.length === 1 && failed[0] === 'listed') return missing(answer);
  if (failed.includes('genuine')) {
    return verdict(
      'bad',
      '진짜 접수증인지 확인하지 못했습니다.',
      '접수 화면에서 서명된 접수증 전체를 다시 복사해 주세요.',
    );
  }
  return verdict('bad', '맞지 않는 것이 있습니다.', '아래에서 ✗ 표시를 확인해 주세요.');
}

function inList({ receipt, committed, listed, results, isVoid = false }: ReceiptAnswer): HTMLElement {
  const { total_weight } = committed.commitment;
  const weight = listed?.weight ?? 0;
  const proof = { ...committed, inclusion: listed };
  return verdict(
    'ok',
    `명단에 있습니다. 응모권 ${weight}장.`,
    `전체 응모권 ${total_weight}장 가운데 ${weight}장이 이 응모의 것입니다. ${isVoid ? '다만 이 추첨은 무효가 되었습니다.' : outcome(receipt, results)}`,
    element('p', {}, download('kt-event-inclusion.json', '내 응모의 증명 내려받기', proof)),
  );
}

function outcome({ entryId }: Receipt, results: ReceiptAnswer['results']): string {
  if (!results) return '추첨은 아직 하지 않았습니다.';
  const slot = results.find(({ entry_id }) => entry_id === entryId)?.slot;
  if (slot === undefined) return '이번에는 당첨되지 않았습니다.';
  return slot.startsWith('reserve-') ? `예비 ${slot.slice(8)}번입니다.` : '당첨되었습니다.';
}

/** The receipt and the commitment bear the same signature, and they contradict one another. */
function missing({ receipt, committed }: ReceiptAnswer): HTMLElement {
  const left = Object.values(committed.commitment.excluded ?? {}).reduce((sum, count) => sum + count, 0);
  const proof = { kind: 'kt-event-omission/1', receipt, ...committed };
  return verdict(
    'bad',
    '명단에 없습니다.',
    '주최자가 서명한 진짜 접수증인데, 같은 열쇠로 서명한 추첨 명단에서 이 응모를 찾지 못했습니다.',
    left > 0
      ? `주최자는 추첨 전에 응모 ${left}건을 제외했다고 밝혔습니다. 그 가운데 하나인지 먼저 물어보세요.`
      : '주최자는 제외한 응모가 있다고 밝히지 않았습니다. 주최자가 까닭을 설명해야 합니다.',
    element('p', {}, download('kt-event-omission.json', '누락 증거 내려받기', proof)),
    '이 파일을 주최자에게 보내 까닭을 물어보세요. 답이 없으면 1372 소비자상담센터에 보여 줄 수 있습니다. 본인 확인 값이 들어 있으니 공개된 곳에는 올리지 마세요.',
  );
}
