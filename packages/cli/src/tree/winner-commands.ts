import { type Command, InvalidArgumentError, Option } from 'commander';
import type { TemplateFlags } from '../commands/notice-templates.js';
import type { PaperFlags } from '../commands/winner-papers.js';
import type { ClaimFlags, NotifyFlags, PromoteFlags } from '../commands/winners.js';
import { type Branch, contextOf } from './branch.js';
import { wholeNumber } from './whole-number.js';

/** Commands about winners and their prizes. */
export function addWinnerCommands({ program, open, help }: Branch): void {
  const winners = program.command('winners').description(help.winners.group);
  const own = { program: winners, open, help };
  addListAndNotify(own);
  addTemplates(own);
  addClaim(own);
  addPromote(own);
  addPapers(own);
}

function addListAndNotify({ program, open, help }: Branch): void {
  const { arguments: words, winners: said } = help;
  program
    .command('list')
    .description(said.list)
    .argument('<campaign>', words.campaign)
    .action(async (campaign: string, _flags: object, command: Command) => {
      const { listWinners } = await import('../commands/winners.js');
      await listWinners(await contextOf(open, command), campaign);
    });

  program
    .command('notify')
    .description(said.notify)
    .argument('<campaign>', words.campaign)
    .option('--dry-run', said.notifyDryRun)
    .addOption(
      new Option('--told <no...>', said.told)
        .argParser((text: string, before: readonly number[] = []) => [...before, wholeNumber(text)])
        .conflicts('dryRun'),
    )
    .action(async (campaign: string, flags: NotifyFlags, command: Command) => {
      const { notifyWinners } = await import('../commands/winners.js');
      await notifyWinners(await contextOf(open, command), campaign, flags);
    });
}

function addTemplates({ program, open, help: { winners: said } }: Branch): void {
  program
    .command('templates')
    .description(said.templates)
    .option('--check', said.templatesCheck)
    .action(async (flags: TemplateFlags, command: Command) => {
      const { showNoticeTemplates } = await import('../commands/notice-templates.js');
      await showNoticeTemplates(await contextOf(open, command), flags);
    });
}

function addClaim({ program, open, help }: Branch): void {
  const { arguments: words, winners: said } = help;
  program
    .command('claim')
    .description(said.claim)
    .argument('<campaign>', words.campaign)
    .argument('<no>', said.no, wholeNumber)
    .option('--hand-over', said.handOver)
    .option('--tax-done', said.taxDone)
    .action(async (campaign: string, no: number, flags: ClaimFlags, command: Command) => {
      const { claimAtCounter } = await import('../commands/winners.js');
      await claimAtCounter(await contextOf(open, command), [campaign, no], flags);
    });
}

function addPromote({ program, open, help }: Branch): void {
  const { arguments: words, winners: said } = help;
  program
    .command('promote')
    .description(said.promote)
    .argument('<campaign>', words.campaign)
    .argument('<no>', said.no, wholeNumber)
    .addOption(
      new Option('--reason <word>', said.reason)
        .choices(['no_show', 'declined', 'disqualified', 'unreachable'])
        .makeOptionMandatory(),
    )
    .option('--dry-run', said.promoteDryRun)
    .option('--yes', said.yes)
    .action(async (campaign: string, no: number, flags: PromoteFlags, command: Command) => {
      const { promoteReserve } = await import('../commands/winners.js');
      await promoteReserve(await contextOf(open, command), [campaign, no], flags);
    });
}

function addPapers({ program, open, help }: Branch): void {
  const { arguments: words, flags: general, winners: said } = help;
  program
    .command('tax')
    .description(said.tax)
    .argument('<campaign>', words.campaign)
    .option('--out <file>', said.taxOut, fileOnly)
    .option('--force', general.force)
    .action(async (campaign: string, flags: Partial<PaperFlags>, command: Command) => {
      const { showTaxSheet } = await import('../commands/winner-papers.js');
      await showTaxSheet(await contextOf(open, command), campaign, flags);
    });

  program
    .command('export')
    .description(said.export)
    .argument('<campaign>', words.campaign)
    .requiredOption('--out <file>', said.out, fileOnly)
    .option('--force', general.force)
    .action(async (campaign: string, flags: PaperFlags, command: Command) => {
      const { exportWinners } = await import('../commands/winner-papers.js');
      await exportWinners(await contextOf(open, command), campaign, flags);
    });
}

/** Personal data is not shown on a terminal, and `-` would mean that elsewhere. */
function fileOnly(text: string): string {
  if (text === '' || text === '-') throw new InvalidArgumentError('not a file');
  return text;
}
