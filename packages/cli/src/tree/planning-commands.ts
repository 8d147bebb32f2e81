import { type Command, Option } from 'commander';
import type { BulkFlags } from '../commands/bulk.js';
import type { CheckFlags } from '../commands/check.js';
import type { PlanFlags } from '../commands/plan.js';
import { type Branch, contextOf } from './branch.js';
import { collect } from './collect.js';
import { day } from './day.js';
import { wholeNumber } from './whole-number.js';

/** Commands that judge and plan, and leave nothing behind unless they are told to. */
export function addPlanningCommands({ program, open, help }: Branch): void {
  const { arguments: words, commands, flags } = help;

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
    .addOption(new Option('--choose <concept>', flags.choose).choices(['safe', 'balanced', 'bold']))
    .addOption(new Option('--explore', flags.explore).conflicts('choose'))
    .option('--set <key=value>', flags.set, collect, [])
    .option('--write', flags.write)
    .option('--explain', flags.explain)
    .action(async (file: string, flags: PlanFlags, command: Command) => {
      const { plan } = await import('../commands/plan.js');
      await plan(await contextOf(open, command), file, flags);
    });

  addBulkCommand({ program, open, help });
}

const stages = ['plan', 'generate', 'distribute', 'participate', 'draw', 'notify', 'analyze', 'learn'];

function addBulkCommand({ program, open, help }: Branch): void {
  const { arguments: words, commands, flags } = help;
  program
    .command('bulk')
    .description(commands.bulk)
    .argument('<template>', words.template)
    .argument('<csv>', words.csv)
    .option('--out <folder>', flags.out)
    .option('--jobs <count>', flags.jobs, wholeNumber)
    .option('--dry-run', flags.dryRunBulk)
    .option('--fail-fast', flags.failFast)
    .option('--trends', help.trends.bulk)
    .option('--run', flags.bulkRun)
    .addOption(new Option('--until <stage>', flags.until).choices(stages))
    .option('--yes', flags.yes)
    .action(async (template: string, csv: string, flags: BulkFlags, command: Command) => {
      const { bulk } = await import('../commands/bulk.js');
      await bulk(await contextOf(open, command), template, csv, flags);
    });
}
