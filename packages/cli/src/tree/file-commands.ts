import type { Command } from 'commander';
import type { InitFlags } from '../commands/init.js';
import type { RunFlags } from '../commands/run.js';
import { type Branch, contextOf } from './branch.js';
import { addPlanningCommands } from './planning-commands.js';
import { wholeNumber } from './whole-number.js';

/** Commands that begin with a campaign file. */
export function addFileCommands({ program, open, help }: Branch): void {
  const { arguments: words, commands, flags } = help;
  program.commandsGroup(help.groups.file);

  program
    .command('init')
    .description(commands.init)
    .argument('[file]', words.newFile, 'campaign.yaml')
    .option('--force', flags.force)
    .option('--store <text>', flags.store)
    .option('--name <text>', flags.name)
    .option('--industry <word>', flags.industry)
    .option('--region <text>', flags.region)
    .option('--phone <number>', flags.phone)
    .option('--budget <won>', flags.budget, wholeNumber)
    .action(async (file: string, flags: InitFlags, command: Command) => {
      const { init } = await import('../commands/init.js');
      await init(await contextOf(open, command), file, flags);
    });

  addPlanningCommands({ program, open, help });

  program
    .command('run')
    .description(commands.run)
    .argument('<file>', words.file)
    .option('--rehearse', flags.rehearse)
    .option('--dry-run', flags.dryRun)
    .option('--yes', flags.yes)
    .action(async (file: string, flags: RunFlags, command: Command) => {
      const { run } = await import('../commands/run.js');
      await run(await contextOf(open, command), file, flags);
    });
}
