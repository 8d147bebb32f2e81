import { UserError } from '../errors/index.js';
import { letterRules } from './spoken/letters.js';
import { momentRules } from './spoken/moments.js';
import { digitRule, quantityRules } from './spoken/quantities.js';
import { rangeRules } from './spoken/ranges.js';
import { type SpokenChange, speakWith } from './spoken/speak.js';
import { addressRules, symbolRules } from './spoken/symbols.js';
import { tidy, toPlain } from './spoken/tidy.js';

export interface SpokenScript {
  /** Only Hangul, Latin words, blanks and `. , ? !`: what an engine speaks. */
  readonly script: string;
  /** What reads otherwise than it was written, in the order of the text. */
  readonly changes: readonly SpokenChange[];
}

/** What CLOVA Voice takes at once, code points. Source: NCP's page of the service, read 2026-11-21. */
const mostCharacters = 2_000;

const rules = [
  ...addressRules,
  digitRule,
  ...rangeRules,
  ...momentRules,
  ...quantityRules,
  ...letterRules,
  ...symbolRules,
];

/**
 * Writes a text as it is said aloud. A speech engine passes over brackets, what is in them and most symbols, so that an
 * advertisement would lose its label and a price its won: here they become words, or are left out where one can see it.
 *
 * @throws {@link UserError} `USER_045` when nothing is left to say, or more than 2,000 characters.
 */
export function toSpokenScript(text: string): SpokenScript {
  const { script, changes } = settle(toPlain(text).trim(), []);
  const { length } = [...script];
  if (length === 0) throw new UserError('USER_045', { reason: 'there is nothing to say' });
  if (length > mostCharacters)
    throw new UserError('USER_045', { reason: `${length} characters, at most ${mostCharacters}` });
  return { script, changes };
}

/** Once more while anything changes: what was left out may have stood between two letters of an abbreviation. */
function settle(text: string, before: readonly SpokenChange[]): SpokenScript {
  const spoken = speakWith(rules, text);
  const script = tidy(spoken.text);
  const changes = [...before, ...spoken.changes];
  return script === text ? { script, changes } : settle(script, changes);
}
