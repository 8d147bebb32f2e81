import type { Command } from 'commander';
import type { ConfirmFlags, MarkFlags, UnpublishFlags } from '../commands/publications.js';
import { type Branch, contextOf } from './branch.js';

/** Commands about what is published. */
export function addPublicationCommands(branch: Branch): void {
  const { program, open, help } = branch;
  const { arguments: words, commands, flags } = help;
  const publications = program.command('publications').description(commands.publications);

  for (const name of ['list', 'refresh', 'measure'] as const) {
    publications
      .command(name)
      .description(commands.publicationsOf[name])
      .argument('<campaign>', words.campaign)
      .action(async (campaign: string, _flags: object, command: Command) => {
        const { listPublications, refreshPublications, measurePublications } = await import(
          '../commands/publications.js'
        );
        const show = { list: listPublications, refresh: refreshPublications, measure: measurePublications };
        await show[name](await contextOf(open, command), campaign);
      });
  }

  publications
    .command('confirm')
    .description(commands.publicationsConfirm)
    .argument('<campaign>', words.campaign)
    .argument('<channel>', words.channel)
    .requiredOption('--url <address>', flags.url)
    .action(async (campaign: string, channel: string, flags: ConfirmFlags, command: Command) => {
      const { confirmPublication } = await import('../commands/publications.js');
      await confirmPublication(await contextOf(open, command), [campaign, channel], flags);
    });

  addMark(publications, branch);
  addMedia(branch);

  program
    .command('unpublish')
    .description(commands.unpublish)
    .argument('<campaign>', words.campaign)
    .option('--channel <name...>', flags.channel)
    .action(async (campaign: string, flags: UnpublishFlags, command: Command) => {
      const { unpublish } = await import('../commands/publications.js');
      await unpublish(await contextOf(open, command), campaign, flags);
    });
}

function addMark(publications: Command, { open, help: { arguments: words, commands, flags } }: Branch): void {
  publications
    .command('mark')
    .description(commands.publicationsMark)
    .argument('<campaign>', words.campaign)
    .argument('<channel>', words.channel)
    .argument('<state>', words.publicationState)
    .option('--reason <text>', flags.reason)
    .option('--at <instant>', flags.at)
    .action(async (campaign: string, channel: string, state: string, flags: MarkFlags, command: Command) => {
      const { markPublication } = await import('../commands/publications.js');
      await markPublication(await contextOf(open, command), [campaign, channel, state], flags);
    });
}

function addMedia({ program, open, help: { arguments: words, commands } }: Branch): void {
  const media = program.command('media').description(commands.media);

  media
    .command('revoke')
    .description(commands.mediaRevoke)
    .argument('<campaign>', words.campaign)
    .action(async (campaign: string, _flags: object, command: Command) => {
      const { revokeMedia } = await import('../commands/media.js');
      await revokeMedia(await contextOf(open, command), campaign);
    });

  media
    .command('rotate-key')
    .description(commands.mediaRotateKey)
    .action(async (_flags: object, command: Command) => {
      const { rotateMediaKey } = await import('../commands/media.js');
      await rotateMediaKey(await contextOf(open, command));
    });
}
