import { type Bilingual, type Issue, UserError } from '@kt-event/sdk';
import type { CommanderError } from 'commander';
import { en } from './messages/en.js';
import { ko, type Messages } from './messages/ko.js';

type Say = (usage: Messages['usage'], name: string) => string;

const sayings: Readonly<Record<string, Say>> = {
  'commander.unknownCommand': (usage, name) => usage.unknownCommand(name),
  'commander.unknownOption': (usage, name) => usage.unknownOption(name),
  'commander.missingArgument': (usage, name) => usage.missingArgument(name),
  'commander.optionMissingArgument': (usage, name) => usage.missingValue(name),
  'commander.invalidArgument': (usage, name) => usage.wrongValue(name),
  'commander.excessArguments': (usage) => usage.excessArguments,
  'commander.conflictingOption': (usage) => usage.conflict,
};

/** commander's complaint as an error of ours. It puts what it complains about, and what it suggests, in the text. */
export function toUsageError({ code, message }: CommanderError): UserError {
  const [, name = ''] = /'([^']+)'/.exec(message) ?? [];
  const [, meant] = /\(Did you mean (?:one of )?([^?,]+)/.exec(message) ?? [];
  const say = sayings[code] ?? (({ other }) => other);
  const issue: Issue = {
    path: [],
    message: inBoth((usage) => say(usage, name)),
    fix: inBoth((usage) => (meant ? usage.suggestion(meant) : usage.help('kt-event'))),
  };
  return new UserError('USER_001', { what: 'kt-event' }, { issues: [issue] });
}

const inBoth = (say: (usage: Messages['usage']) => string): Bilingual => ({
  ko: say(ko.usage),
  en: say(en.usage),
});
