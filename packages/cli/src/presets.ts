import type { Language } from '@kt-event/sdk';
import type { Settings } from './config/settings.js';

/** How to speak. */
export interface Presets {
  readonly json: boolean;
  readonly language: Language;
  readonly colored: boolean;
}

/**
 * Read off the words before they are parsed, because help, and errors about the words themselves, must already speak
 * the right language in the right form.
 */
export function presetsOf(words: readonly string[], settings: Settings): Presets {
  const end = words.indexOf('--');
  const flags = end === -1 ? words : words.slice(0, end);
  const spelled = flags.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const language = spelled ?? (flags.includes('--lang') ? flags[flags.indexOf('--lang') + 1] : undefined);
  return {
    json: flags.includes('--json'),
    language: isLanguage(language) ? language : settings.language,
    colored: settings.colored && !flags.includes('--no-color'),
  };
}

const isLanguage = (word: string | undefined): word is Language => word === 'ko' || word === 'en';
