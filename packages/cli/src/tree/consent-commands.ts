import type { Command } from 'commander';
import type { ConsentsFlags } from '../commands/consents.js';
import type { WithdrawFlags } from '../commands/withdraw-consents.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about consents to hear of a store, under `privacy`. */
export function addConsentCommands(privacy: Command, { open, help }: Branch): void {
  const { arguments: words, privacy: about } = help;

  privacy
    .command('withdraw')
    .description(about.withdraw)
    .option('--phone-file <path>', about.phoneFile)
    .option('--campaign <campaign>', about.withdrawStore)
    .action(async (flags: WithdrawFlags, command: Command) => {
      const { withdrawConsents } = await import('../commands/withdraw-consents.js');
      await withdrawConsents(await contextOf(open, command), flags);
    });

  privacy
    .command('consents')
    .description(about.consents)
    .argument('<campaign>', words.campaign)
    .option('--notify', about.notify)
    .option('--confirm', about.confirm)
    .option('--told', about.told)
    .option('--yes', about.yesTold)
    .option('--dry-run', about.dryRunConsents)
    .action(async (campaign: string, flags: ConsentsFlags, command: Command) => {
      const { consents } = await import('../commands/consents.js');
      await consents(await contextOf(open, command), campaign, flags);
    });
}
