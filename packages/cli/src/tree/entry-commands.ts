import { type Command, Option } from 'commander';
import type { CertificateFlags } from '../commands/certificate.js';
import type { ExcludeFlags } from '../commands/entries.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about what a draw is drawn from, and what it leaves on paper. */
export function addEntryCommands({ program, open, help }: Branch): void {
  const { arguments: words, draws } = help;
  const entries = program.command('entries').description(draws.entries);

  entries
    .command('exclude')
    .description(draws.exclude)
    .argument('<campaign>', words.campaign)
    .argument('<entry>', draws.entryId)
    .addOption(
      new Option('--reason <word>', draws.reason)
        .choices(['staff', 'duplicate', 'fraud'])
        .makeOptionMandatory(),
    )
    .action(async (campaign: string, entry: string, flags: ExcludeFlags, command: Command) => {
      const { excludeEntry } = await import('../commands/entries.js');
      await excludeEntry(await contextOf(open, command), [campaign, entry], flags);
    });

  entries
    .command('log')
    .description(draws.log)
    .argument('<campaign>', words.campaign)
    .action(async (campaign: string, _flags: object, command: Command) => {
      const { showEntryLog } = await import('../commands/entries.js');
      await showEntryLog(await contextOf(open, command), campaign);
    });

  program
    .command('certificate')
    .description(draws.certificate)
    .argument('<campaign>', words.campaign)
    .requiredOption('--out <file>', draws.out)
    .action(async (campaign: string, flags: CertificateFlags, command: Command) => {
      const { saveCertificate } = await import('../commands/certificate.js');
      await saveCertificate(await contextOf(open, command), campaign, flags);
    });
}
