import { StoreError } from '../errors/index.js';
import type { Claim } from '../schema/claim.js';
import { seal, unseal } from '../security/envelope.js';
import type { RandomBytes } from '../security/random-bytes.js';
import type { SealedForm, SealedTax } from '../store/award-repository.js';

/** Where a winner's papers belong: they open in no other row. */
export interface ClaimPlace {
  readonly campaignId: string;
  readonly no: number;
}

/** Who has to be named to the tax office. */
export interface TaxPerson {
  readonly legalName: string;
  readonly residentNumber: string;
}

interface SealOptions {
  readonly key: Uint8Array;
  readonly randomBytes: RandomBytes;
}

const formPlace = ({ campaignId, no }: ClaimPlace, version: number) => [campaignId, no, 'address', version];
const taxPlace = ({ campaignId, no }: ClaimPlace) => [campaignId, no, 'tax'];

export function sealAddress(
  { address }: Pick<Claim, 'address'>,
  place: ClaimPlace,
  { key, keyVersion, randomBytes }: SealOptions & { readonly keyVersion: number },
): SealedForm | undefined {
  if (address === undefined) return undefined;
  const sealed = seal(key, Buffer.from(address, 'utf8'), {
    place: formPlace(place, keyVersion),
    randomBytes,
  });
  return { sealed, keyVersion };
}

/** @throws StoreError `STORE_002` when the data key that it was sealed with was destroyed */
export function openAddress(
  { sealed, keyVersion }: SealedForm,
  place: ClaimPlace,
  { dataKeys }: { readonly dataKeys: ReadonlyMap<number, Uint8Array> },
): string {
  const key = dataKeys.get(keyVersion);
  if (!key) throw new StoreError('STORE_002', { what: 'data key' });
  return unseal(key, sealed, formPlace(place, keyVersion)).toString('utf8');
}

export function sealTax(
  { legalName, residentNumber }: Pick<Claim, 'legalName' | 'residentNumber'>,
  place: ClaimPlace,
  { key, keepUntil, randomBytes }: SealOptions & { readonly keepUntil: string },
): SealedTax | undefined {
  if (legalName === undefined || residentNumber === undefined) return undefined;
  const person = { legalName, residentNumber: residentNumber.replace('-', '') };
  const clear = Buffer.from(JSON.stringify(person), 'utf8');
  return { sealed: seal(key, clear, { place: taxPlace(place), randomBytes }), keepUntil };
}

export function openTax({ sealed }: SealedTax, place: ClaimPlace, key: Uint8Array): TaxPerson {
  return JSON.parse(unseal(key, sealed, taxPlace(place)).toString('utf8')) as TaxPerson;
}
