import { type Command, Option } from 'commander';
import type { CheckFlags } from '../commands/check.js';
import type { InitFlags } from '../commands/init.js';
import type { PlanFlags } from '../commands/plan.js';
import type { RunFlags } from '../commands/run.js';
import { type Branch, contextOf } from './branch.js';
import { collect } from './collect.js';
import { day } from './day.js';
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

  program
    .command('check')
    .description(commands.check)
    .argument('<file>', words.file)
    .option('--as-of <day>', flags.asOf, day)
    .addOption(new Option('--format <form>', flags.checkFormat).choices(['text', 'json', 'sarif']))
    .addOption(new Option('--fail-on <weight>', flags.failOn).choices(['error', 'warn', 'info', 'never']))
    .option('--text <channel=file>', flags.text, collect, [])
    .action(async (file: string, flags: CheckFlags, command: Command) => {
      const { check } = await import('../commands/check.js');
      await check(await contextOf(open, command), file, flags);
    });

  program
    .command('plan')
    .description(commands.plan)
    .argument('<file>', words.file)
    .option('--offline', help.models.offline)
    .action(async (file: string, flags: PlanFlags, command: Command) => {
      const { plan } = await import('../commands/plan.js');
      await plan(await contextOf(open, command), file, flags);
    });

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
