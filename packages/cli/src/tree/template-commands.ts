import type { Command } from 'commander';
import { type Branch, contextOf } from './branch.js';

export function addTemplateCommands({ program, open, help: { templates: words } }: Branch): void {
  const templates = program.command('templates').description(words.templates);

  templates
    .command('list')
    .description(words.list)
    .argument('[folder]', words.folder)
    .action(async (folder: string | undefined, _flags: object, command: Command) => {
      const { templatesList } = await import('../commands/templates.js');
      await templatesList(await contextOf(open, command), folder);
    });

  templates
    .command('check')
    .description(words.check)
    .argument('[folder]', words.folder)
    .action(async (folder: string | undefined, _flags: object, command: Command) => {
      const { templatesCheck } = await import('../commands/templates.js');
      await templatesCheck(await contextOf(open, command), folder);
    });
}
