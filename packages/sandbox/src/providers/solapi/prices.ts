/** List prices in KRW for one message, about; those of brand messages and pictures are assumed. */
const prices: readonly (readonly [kind: RegExp, krw: number])[] = [
  [/^SMS$/, 18],
  [/^LMS$/, 45],
  [/^MMS$/, 110],
  [/^ATA$/, 13],
  [/^BMS_/, 25],
];

/** Money on the account when a world opens. */
export const openingBalanceKrw = 300_000;

export function isSendableType(type: string): boolean {
  return prices.some(([kind]) => kind.test(type));
}

export function toPriceKrw(type: string): number {
  return prices.find(([kind]) => kind.test(type))?.[1] ?? 0;
}
