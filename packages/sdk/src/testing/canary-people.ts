import { type Canaries, phoneCanaries } from './canaries.js';
import { aPhone } from './entry-desk.js';

export interface CanaryPerson {
  readonly name: string;
  /** `010-7700-0000` */
  readonly phone: string;
}

/** Fifty people who do not exist, and whose names and phones stand nowhere by chance. */
export const canaryPeople: readonly CanaryPerson[] = Array.from({ length: 50 }, (_, no) => ({
  name: `가림${String.fromCharCode(0xac00 + no * 7)}${String.fromCharCode(0xb098 + no * 11)}`,
  phone: aPhone(77_000_000 + no * 1_009),
}));

/** What must be found of them nowhere. */
export const canariesOfPeople: Canaries = Object.assign(
  {},
  ...canaryPeople.map(({ name, phone }, no) => ({
    [`name of ${no}`]: name,
    ...phoneCanaries(`phone of ${no}`, phone.replaceAll('-', '')),
  })),
);
