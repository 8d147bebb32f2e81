import { type Command, Option } from 'commander';
import type { AnchorFlags } from '../commands/anchors.js';
import type { VoidFlags } from '../commands/voids.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about the one draw of a campaign: it, what shows when it was fixed, and that it does not hold. */
export function addDrawCommands(branch: Branch): void {
  const draw = addDraw(branch);
  addVoid({ ...branch, program: draw });
  addAnchor(branch);
}

function addDraw({ program, open, help }: Branch): Command {
  const { arguments: words, commands } = help;
  const draw = program
    .command('draw')
    .description(commands.draw)
    .helpCommand(false)
    .enablePositionalOptions();
  draw
    .argument('<campaign>', words.campaign)
    .option('--dry-run', help.draws.dryRun)
    .action(async (name: string, { dryRun }: { readonly dryRun?: boolean }, command: Command) => {
      const context = await contextOf(open, command);
      const { previewDraw } = await import('../commands/entries.js');
      const { draw } = await import('../commands/stages.js');
      await (dryRun ? previewDraw : draw)(context, name);
    });
  return draw;
}

function addVoid({ program, open, help: { arguments: words, voids } }: Branch): void {
  program
    .command('void')
    .description(voids.void)
    .argument('<campaign>', words.campaign)
    .addOption(
      new Option('--reason <word>', voids.reason)
        .choices(['randomness_missing', 'list_wrong', 'entry_log_broken', 'key_exposed', 'rules_broken'])
        .makeOptionMandatory(),
    )
    .option('--words <text>', voids.words)
    .option('--next-draw <time>', voids.nextDraw)
    .option('--dry-run', voids.dryRun)
    .option('--yes', voids.yes)
    .action(async (name: string, _flags: VoidFlags, command: Command) => {
      const { voidDraw } = await import('../commands/voids.js');
      // a --dry-run before the word `void` belongs to `draw`, and must not be lost
      await voidDraw(await contextOf(open, command), name, command.optsWithGlobals<VoidFlags>());
    });

  program
    .command('audit')
    .description(voids.audit)
    .argument('<campaign>', words.campaign)
    .action(async (name: string, _flags: object, command: Command) => {
      const { showAudit } = await import('../commands/voids.js');
      await showAudit(await contextOf(open, command), name);
    });
}

function addAnchor({ program, open, help: { arguments: words, voids } }: Branch): void {
  program
    .command('anchor')
    .description(voids.anchor)
    .argument('<campaign>', words.campaign)
    .option('--post <url>', voids.post)
    .addOption(new Option('--list', voids.list).conflicts('post'))
    .action(async (name: string, flags: AnchorFlags, command: Command) => {
      const { anchor } = await import('../commands/anchors.js');
      await anchor(await contextOf(open, command), name, flags);
    });
}
