import type { Diagnosis } from '@kt-event/sdk';
import type { Messages } from '../messages/ko.js';
import { bullet, lines, parts } from './layout.js';

const marks = { block: '✖', warn: '!', note: '·', ok: '✔' } as const;
const levels = ['block', 'warn', 'note', 'ok'] as const;

/** The gravest first, each with what to do. */
export function doctorView({ found }: { readonly found: readonly Diagnosis[] }, messages: Messages): string {
  const { doctor: words, language } = messages;
  const ofLevel = (level: Diagnosis['level']) => found.filter((one) => one.level === level);
  const blocked = ofLevel('block').length;
  return parts(
    blocked > 0 ? words.blocked(blocked) : words.ready(ofLevel('warn').length),
    lines(
      ...levels
        .flatMap(ofLevel)
        .map(({ level, message, hint }) =>
          lines(bullet(marks[level], message[language]), hint && bullet('→', hint[language], 2)),
        ),
    ),
  );
}
