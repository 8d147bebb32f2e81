import { Command, Help, Option } from 'commander';
import type { OpenContext } from './context.js';
import type { Messages } from './messages/ko.js';
import { addCampaignCommands } from './tree/campaign-commands.js';
import { addCouponCommands } from './tree/coupon-commands.js';
import { addEntryCommands } from './tree/entry-commands.js';
import { addFileCommands } from './tree/file-commands.js';
import { addPrivacyCommands } from './tree/privacy-commands.js';
import { addPublicationCommands } from './tree/publication-commands.js';
import { addToolCommands } from './tree/tool-commands.js';
import { addWinnerCommands } from './tree/winner-commands.js';
import { displayWidth } from './views/display-width.js';

export interface ProgramOptions {
  readonly open: OpenContext;
  readonly help: Messages['help'];
  readonly writeHelp: (text: string) => void;
}

/**
 * The command tree. Only commander is loaded: a command's own code is imported when it is called.
 * It throws instead of exiting and prints nothing but help.
 */
export function createProgram({ open, help, writeHelp }: ProgramOptions): Command {
  const { flags } = help;
  const program = new Command('kt-event')
    .description(help.about)
    .exitOverride()
    .showHelpAfterError(false)
    .configureOutput({ writeOut: writeHelp, writeErr: writeHelp, outputError: () => undefined })
    .configureHelp(helpIn(help))
    .helpOption('-h, --help', help.help)
    .addHelpCommand(
      new Command('help').argument('[command]').description(help.helpCommand).helpGroup(help.groups.tools),
    )
    .option('--json', flags.json)
    .addOption(new Option('--lang <code>', flags.lang).choices(['ko', 'en']))
    .option('--dir <folder>', flags.dir)
    .option('--no-color', flags.color)
    .option('-V, --version', flags.version);
  const branch = { program, open, help };
  addFileCommands(branch);
  addCampaignCommands(branch);
  addEntryCommands(branch);
  addPublicationCommands(branch);
  addCouponCommands(branch);
  addWinnerCommands(branch);
  addPrivacyCommands(branch);
  addToolCommands(branch);
  return program;
}

/** commander's own words, and its columns, for letters two columns wide. */
function helpIn({ titles, choices, default: byDefault }: Messages['help']) {
  const plain = new Help();
  const translate = (text: string) =>
    text.replace(/\[(?:options|command)\]/g, (word) => titles[word] ?? word);
  return {
    displayWidth: (text: string) => displayWidth(text),
    commandUsage: (command: Command) => translate(plain.commandUsage(command)),
    subcommandTerm: (command: Command) => translate(plain.subcommandTerm(command)),
    styleTitle: (title: string) => titles[title] ?? title,
    showGlobalOptions: true,
    optionDescription: ({ description, argChoices, defaultValue }: Option) =>
      [
        description,
        argChoices && `(${choices}: ${argChoices.join(', ')})`,
        typeof defaultValue === 'string' && `(${byDefault}: ${defaultValue})`,
      ]
        .filter(Boolean)
        .join(' '),
    argumentDescription: ({ description, defaultValue }: { description: string; defaultValue?: unknown }) =>
      typeof defaultValue === 'string' ? `${description} (${byDefault}: ${defaultValue})` : description,
  };
}
