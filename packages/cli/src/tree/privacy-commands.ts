import type { Command } from 'commander';
import type { PhoneFlags } from '../commands/privacy.js';
import { type Branch, contextOf } from './branch.js';
import { addConsentCommands } from './consent-commands.js';

interface EraseFlags {
  readonly yes?: boolean;
}

/** Commands about personal data. */
export function addPrivacyCommands(branch: Branch): void {
  const { program, open, help } = branch;
  const { arguments: words, privacy: about } = help;
  const privacy = program.command('privacy').description(about.privacy).helpGroup(help.groups.tools);

  privacy
    .command('export')
    .description(about.export)
    .option('--phone-file <path>', about.phoneFile)
    .action(async (flags: PhoneFlags, command: Command) => {
      const { exportPerson } = await import('../commands/privacy.js');
      await exportPerson(await contextOf(open, command), flags);
    });

  privacy
    .command('forget')
    .description(about.forget)
    .option('--phone-file <path>', about.phoneFile)
    .option('--yes', about.yes)
    .action(async (flags: PhoneFlags & EraseFlags, command: Command) => {
      const { forgetPerson } = await import('../commands/privacy.js');
      await forgetPerson(await contextOf(open, command), flags);
    });

  privacy
    .command('erase')
    .description(about.erase)
    .argument('<campaign>', words.campaign)
    .option('--yes', about.yes)
    .action(async (campaign: string, flags: EraseFlags, command: Command) => {
      const { eraseCampaign } = await import('../commands/privacy.js');
      await eraseCampaign(await contextOf(open, command), campaign, flags);
    });

  addConsentCommands(privacy, branch);
  addKeyCommands(branch);
}

function addKeyCommands({ program, open, help }: Branch): void {
  const { arguments: words, privacy: about } = help;
  const keys = program.command('keys').description(about.keys).helpGroup(help.groups.tools);

  keys
    .command('status')
    .description(about.status)
    .action(async (_flags: object, command: Command) => {
      const { keyStatus } = await import('../commands/keys.js');
      await keyStatus(await contextOf(open, command));
    });

  const rotate = keys.command('rotate').description(about.rotate);
  rotate
    .command('master')
    .description(about.rotateMaster)
    .action(async (_flags: object, command: Command) => {
      const { rotateMasterKey } = await import('../commands/keys.js');
      await rotateMasterKey(await contextOf(open, command));
    });

  for (const [name, description] of [
    ['data', about.rotateData],
    ['index', about.rotateIndex],
  ] as const) {
    rotate
      .command(name)
      .description(description)
      .argument('<campaign>', words.campaign)
      .action(async (campaign: string, _flags: object, command: Command) => {
        const { rotateDataKey, rotateIndexKey } = await import('../commands/keys.js');
        const rotate = { data: rotateDataKey, index: rotateIndexKey };
        await rotate[name](await contextOf(open, command), campaign);
      });
  }

  keys
    .command('forget-older')
    .description(about.forgetOlder)
    .action(async (_flags: object, command: Command) => {
      const { forgetOlderKeys } = await import('../commands/keys.js');
      await forgetOlderKeys(await contextOf(open, command));
    });
}
