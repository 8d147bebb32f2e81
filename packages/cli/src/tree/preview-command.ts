import type { Command } from 'commander';
import type { PreviewFlags } from '../commands/preview.js';
import { type Branch, contextOf } from './branch.js';
import { wholeNumber } from './whole-number.js';

export function addPreviewCommand({ program, open, help }: Branch): void {
  const { previews } = help;
  program
    .command('preview')
    .description(previews.preview)
    .argument('[file-or-campaign]', previews.fileOrCampaign)
    .option('--no-open', previews.noOpen)
    .option('--port <number>', help.flags.port, wholeNumber)
    .option('--out <file>', previews.out)
    .action(async (name: string | undefined, flags: PreviewFlags, command: Command) => {
      const { preview } = await import('../commands/preview.js');
      await preview(await contextOf(open, command), name, flags);
    });
}
