import { type Command, Option } from 'commander';
import type { DoctorFlags } from '../commands/doctor.js';
import type { ResolveFlags } from '../commands/effects.js';
import type { SandboxFlags } from '../commands/sandbox.js';
import type { ServeFlags } from '../commands/serve.js';
import type { VerifyFlags } from '../commands/verify.js';
import { type Branch, contextOf } from './branch.js';
import { addTemplateCommands } from './template-commands.js';
import { wholeNumber } from './whole-number.js';
import { wordsOf } from './words-of.js';

/** Commands around the campaigns. */
export function addToolCommands(branch: Branch): void {
  branch.program.commandsGroup(branch.help.groups.tools);
  addVerify(branch);
  addEffects(branch);
  addServers(branch);
  addDemo(branch);
  addTemplateCommands(branch);
  addDoctor(branch);
  addCompletion(branch);
}

function addVerify({ program, open, help: { arguments: words, commands, draws, voids } }: Branch): void {
  program
    .command('verify')
    .description(commands.verify)
    .argument('<transcript>', words.transcript)
    .option('--heads <file>', draws.heads)
    .option('--audit <file>', voids.auditFile)
    .option('--void <file>', voids.voidFile)
    .addOption(new Option('--method <name>', draws.method).choices(['kt-event-draw/1', 'rfc3797']))
    .action(async (file: string, flags: VerifyFlags, command: Command) => {
      const { verify } = await import('../commands/verify.js');
      await verify(await contextOf(open, command), file, flags);
    });
}

function addEffects({ program, open, help: { arguments: words, commands, flags } }: Branch): void {
  const effects = program.command('effects').description(commands.effects);

  effects
    .command('list')
    .description(commands.effectsList)
    .action(async (_flags: object, command: Command) => {
      const { listEffects } = await import('../commands/effects.js');
      await listEffects(await contextOf(open, command));
    });

  effects
    .command('show')
    .description(commands.effectsShow)
    .argument('<effect>', words.effect)
    .action(async (id: string, _flags: object, command: Command) => {
      const { showEffect } = await import('../commands/effects.js');
      await showEffect(await contextOf(open, command), id);
    });

  effects
    .command('resolve')
    .description(commands.effectsResolve)
    .argument('<effect>', words.effect)
    .addOption(new Option('--happened', flags.happened).conflicts('not'))
    .option('--not', flags.not)
    .action(async (id: string, flags: ResolveFlags, command: Command) => {
      const { resolveEffect } = await import('../commands/effects.js');
      await resolveEffect(await contextOf(open, command), id, flags);
    });
}

function addServers({ program, open, help: { commands, flags } }: Branch): void {
  program
    .command('serve')
    .description(commands.serve)
    .option('--host <address>', flags.host)
    .option('--port <number>', flags.port, wholeNumber)
    .action(async (flags: ServeFlags, command: Command) => {
      const { serve } = await import('../commands/serve.js');
      await serve(await contextOf(open, command), flags);
    });

  program
    .command('sandbox')
    .description(commands.sandbox)
    .option('--port <number>', flags.port, wholeNumber)
    .option('--seed <text>', flags.seed)
    .option('--journal <file>', flags.journal)
    .action(async (flags: SandboxFlags, command: Command) => {
      const { sandbox } = await import('../commands/sandbox.js');
      await sandbox(await contextOf(open, command), flags);
    });
}

function addDemo({ program, open, help: { commands } }: Branch): void {
  program
    .command('demo')
    .description(commands.demo)
    .action(async (_flags: object, command: Command) => {
      const { demo } = await import('../commands/demo.js');
      await demo(await contextOf(open, command));
    });
}

function addDoctor({ program, open, help: { doctor: words } }: Branch): void {
  program
    .command('doctor')
    .description(words.doctor)
    .option('--offline', words.offline)
    .option('--channel <name...>', words.channel)
    .addHelpText('after', `\n${words.exitCodes}`)
    .action(async (flags: DoctorFlags, command: Command) => {
      const { doctor } = await import('../commands/doctor.js');
      await doctor(await contextOf(open, command), flags);
    });
}

function addCompletion({ program, open, help: { arguments: words, commands } }: Branch): void {
  program
    .command('completion')
    .description(commands.completion)
    .argument('<shell>', words.shell)
    .action(async (shell: string, _flags: object, command: Command) => {
      const { completion } = await import('../commands/completion.js');
      completion(await contextOf(open, command), shell, wordsOf(program));
    });
}
