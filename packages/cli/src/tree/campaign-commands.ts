import type { Command } from 'commander';
import type { CancelFlags } from '../commands/cancel.js';
import type { DistributeFlags } from '../commands/distribute.js';
import type { ApprovalFlags, LearnFlags } from '../commands/stages.js';
import type { StatusFlags } from '../commands/status.js';
import { type Branch, contextOf } from './branch.js';
import { addDrawCommands } from './draw-commands.js';
import { addPreviewCommand } from './preview-command.js';
import { wholeNumber } from './whole-number.js';

/** Commands about a campaign there is. */
export function addCampaignCommands(branch: Branch): void {
  const { program, open, help } = branch;
  const { arguments: words, commands, flags } = help;
  program.commandsGroup(help.groups.campaign);

  program
    .command('generate')
    .description(commands.generate)
    .argument('<file-or-campaign>', words.fileOrCampaign)
    .option('--yes', flags.yes)
    .action(async (name: string, flags: ApprovalFlags, command: Command) => {
      const { generate } = await import('../commands/stages.js');
      await generate(await contextOf(open, command), name, flags);
    });

  addPreviewCommand(branch);

  addDistribute(branch);

  addDrawCommands(branch);

  addMeasuring(branch);

  program
    .command('resume')
    .description(commands.resume)
    .argument('[campaign]', words.campaign)
    .action(async (name: string | undefined, _flags: object, command: Command) => {
      const { resume } = await import('../commands/resume.js');
      await resume(await contextOf(open, command), name);
    });

  program
    .command('status')
    .description(commands.status)
    .argument('[campaign]', words.campaign)
    .option('--providers', flags.providers)
    .action(async (name: string | undefined, flags: StatusFlags, command: Command) => {
      const { status } = await import('../commands/status.js');
      await status(await contextOf(open, command), name, flags);
    });

  addCancel(branch);
}

function addMeasuring({ program, open, help }: Branch): void {
  const { arguments: words, commands, flags } = help;
  program
    .command('analyze')
    .description(commands.analyze)
    .argument('<campaign>', words.campaign)
    .action(async (name: string, _flags: object, command: Command) => {
      const { analyze } = await import('../commands/stages.js');
      await analyze(await contextOf(open, command), name);
    });

  program
    .command('learn')
    .description(commands.learn)
    .argument('<campaign>', words.campaign)
    .option('--new-customers <count>', flags.newCustomers, wholeNumber)
    .action(async (name: string, flags: LearnFlags, command: Command) => {
      const { learn } = await import('../commands/stages.js');
      await learn(await contextOf(open, command), name, flags);
    });
}

function addDistribute({ program, open, help: { arguments: words, commands, flags } }: Branch): void {
  program
    .command('distribute')
    .description(commands.distribute)
    .argument('<campaign>', words.campaign)
    .option('--channel <name...>', flags.channel)
    .option('--retry-failed', flags.retryFailed)
    .option('--allow-duplicate', flags.allowDuplicate)
    .option('--dry-run', flags.dryRunDistribute)
    .option('--yes', flags.yes)
    .action(async (name: string, flags: DistributeFlags, command: Command) => {
      const { distribute } = await import('../commands/distribute.js');
      await distribute(await contextOf(open, command), name, flags);
    });
}

function addCancel({ program, open, help: { arguments: words, commands, flags } }: Branch): void {
  program
    .command('cancel')
    .description(commands.cancel)
    .argument('<campaign>', words.campaign)
    .option('--yes', flags.cancelYes)
    .action(async (name: string, flags: CancelFlags, command: Command) => {
      const { cancel } = await import('../commands/cancel.js');
      await cancel(await contextOf(open, command), name, flags);
    });
}
