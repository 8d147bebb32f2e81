import { type Bilingual, toKtEventError } from './errors/index.js';
import type { LicenceNeed } from './licence-need.js';

/** One thing that was looked at. */
export interface Diagnosis {
  /** Stable, such as `node` or `provider.instagram`. */
  readonly id: string;
  /** `block`: nothing works until it is put right. `warn`: something will not, or not for long. `note`: good to know. */
  readonly level: 'ok' | 'note' | 'warn' | 'block';
  readonly message: Bilingual;
  /** What to do. Absent where nothing has to be done. */
  readonly hint?: Bilingual | undefined;
  /** Contracts and approvals behind it, which no program can see. With `licence.…` only. */
  readonly needs?: readonly LicenceNeed[] | undefined;
}

type Say = (id: string, ko: string, en: string, hint?: readonly [ko: string, en: string]) => Diagnosis;

const at =
  (level: Diagnosis['level']): Say =>
  (id, ko, en, hint) => ({
    id,
    level,
    message: { ko, en },
    ...(hint && { hint: { ko: hint[0], en: hint[1] } }),
  });

export const fine = at('ok');
export const note = at('note');
export const warn = at('warn');
export const block = at('block');

/** What an error of ours says, as something that blocks. */
export function ofError(id: string, error: unknown): Diagnosis {
  const known = toKtEventError(error);
  const [ko, en] = [known.describe('ko'), known.describe('en')];
  return block(id, `${ko.message} (${known.code})`, `${en.message} (${known.code})`, [ko.hint, en.hint]);
}
