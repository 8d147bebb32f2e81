import { toMobilePhone } from '../../security/phone.js';

/** Friends of a channel, as they can be written to. */
export interface Audience {
  /** In their Korean spelling, `01012345678`, each once. */
  readonly phones: readonly string[];
  /** How many entries are no mobile number. */
  readonly unreadable: number;
}

/** Reads phone numbers however they are written. Whoever is in the list twice is written to once. */
export function readAudience(listed: readonly string[]): Audience {
  const phones = listed.map(toDomestic);
  const readable = phones.filter((phone) => phone !== undefined);
  return { phones: [...new Set(readable)], unreadable: phones.length - readable.length };
}

function toDomestic(text: string): string | undefined {
  try {
    return toMobilePhone(text).replace(/^\+82/, '0');
  } catch {
    return undefined; // the number itself goes nowhere
  }
}
