import type { StoreProfile } from '../schema/store-profile.js';

/** Which store this is, over campaigns: its registration, or its name and place. */
export function storeKey({ businessNumber, name, region }: StoreProfile): string {
  return businessNumber?.replaceAll('-', '') ?? `${name} @ ${region}`;
}
