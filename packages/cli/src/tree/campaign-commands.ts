import type { Command } from 'commander';
import type { ApprovalFlags } from '../commands/stages.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about a campaign there is. */
export function addCampaignCommands({ program, open, help }: Branch): void {
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

  program
    .command('distribute')
    .description(commands.distribute)
    .argument('<campaign>', words.campaign)
    .option('--yes', flags.yes)
    .action(async (name: string, flags: ApprovalFlags, command: Command) => {
      const { distribute } = await import('../commands/stages.js');
      await distribute(await contextOf(open, command), name, flags);
    });

  for (const stage of ['draw', 'analyze', 'learn'] as const) {
    program
      .command(stage)
      .description(commands[stage])
      .argument('<campaign>', words.campaign)
      .action(async (name: string, _flags: object, command: Command) => {
        const stages = await import('../commands/stages.js');
        await stages[stage](await contextOf(open, command), name);
      });
  }

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
    .action(async (name: string | undefined, _flags: object, command: Command) => {
      const { status } = await import('../commands/status.js');
      await status(await contextOf(open, command), name);
    });
}
