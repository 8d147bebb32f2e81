import type { Language } from '@kt-event/sdk';
import { en } from './en.js';
import { ko, type Messages } from './ko.js';

const messages: Readonly<Record<Language, Messages>> = { ko, en };

export function messagesIn(language: Language): Messages {
  return messages[language];
}
