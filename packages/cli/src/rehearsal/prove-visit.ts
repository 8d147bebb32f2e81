import type { Campaign, KtEvent } from '@kt-event/sdk';

/** What a made-up visitor shows, by the visitor's number. */
export type ProveVisit = (no: number) => Readonly<Record<string, string>>;

/** The code on the store's screen now, or a receipt of each visitor's own where only those count. */
export async function proveVisit(
  ktEvent: Pick<KtEvent, 'visitCode'>,
  { id, brief: { entry } }: Pick<Campaign, 'id' | 'brief'>,
): Promise<ProveVisit> {
  if (entry.mechanic === 'lottery' && entry.visitProof === 'receipt') {
    const { receiptPattern = 'R-########' } = entry;
    return (no) => ({ receiptNo: numberLike(receiptPattern, no) });
  }
  const visitCode = await ktEvent.visitCode(id);
  return () => ({ visitCode });
}

/** Digits from the right, so that each visitor has another number as long as there is room. */
function numberLike(pattern: string, no: number): string {
  let left = no;
  const characters = Array.from(pattern).reverse();
  const filled = characters.map((character) => {
    if (character !== '#') return character === '@' ? 'A' : character;
    const digit = left % 10;
    left = Math.floor(left / 10);
    return String(digit);
  });
  return filled.reverse().join('');
}
