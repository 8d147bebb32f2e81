import type { StoreProfile } from '../schema/store-profile.js';

/** What makes two briefs the same store: the business number when there is one, else name and region. */
export function storeKeyOf({ businessNumber, name, region }: StoreProfile): string {
  return businessNumber ? businessNumber.replaceAll('-', '') : `${compact(name)}@${compact(region)}`;
}

function compact(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
