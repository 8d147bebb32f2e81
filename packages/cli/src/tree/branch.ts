import type { Command } from 'commander';
import type { CommandContext, OpenContext } from '../context.js';
import type { Messages } from '../messages/ko.js';

/** What a branch of the command tree is built with. */
export interface Branch {
  readonly program: Command;
  readonly open: OpenContext;
  readonly help: Messages['help'];
}

/** The context of the command that was called, with the flags it shares with the program. */
export function contextOf(open: OpenContext, command: Command): Promise<CommandContext> {
  return open(command.optsWithGlobals());
}
