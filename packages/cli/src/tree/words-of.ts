import type { Command } from 'commander';
import type { CommandWords } from '../completion-script.js';

/** Every command with what may follow it, for the shell. */
export function wordsOf(program: Command): CommandWords[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.description(),
    words: [
      ...command.commands.map((child) => child.name()),
      ...[...command.options, ...program.options].flatMap(({ long }) => long ?? []),
    ],
  }));
}
