import { CommanderError } from 'commander';
import type { Settings } from './config/settings.js';
import type { OpenContext } from './context.js';
import type { Host } from './host.js';
import { messagesIn } from './messages/messages.js';
import { type Presets, presetsOf } from './presets.js';
import { createProgram } from './program.js';

/** Runs one command line and answers with its exit code. Never rejects. */
export async function main(host: Host, settings: Settings): Promise<number> {
  const presets = presetsOf(host.arguments, settings);
  const closers: (() => Promise<void>)[] = [];
  let exitCode = 0;
  const open: OpenContext = async (flags) => {
    const { createContext } = await import('./create-context.js');
    const exitWith = (code: number) => {
      exitCode = Math.max(exitCode, code);
    };
    return createContext({
      host,
      settings,
      presets,
      flags,
      exitWith,
      onClose: (close) => closers.push(close),
    });
  };
  try {
    const { help } = messagesIn(presets.language);
    const program = createProgram({ open, help, writeHelp: (text) => void host.stdout.write(text) });
    await program.parseAsync(host.arguments, { from: 'user' });
  } catch (error) {
    exitCode = isHelp(error) ? 0 : await report(error, host, presets);
  }
  return (await close(closers, host, presets)) ?? exitCode;
}

/** Last opened, first closed. A failure to close is a failure of the command. */
async function close(
  closers: readonly (() => Promise<void>)[],
  host: Host,
  presets: Presets,
): Promise<number | undefined> {
  let exitCode: number | undefined;
  for (const closer of closers.toReversed()) {
    try {
      await closer();
    } catch (error) {
      exitCode = await report(error, host, presets);
    }
  }
  return exitCode;
}

async function report(error: unknown, host: Host, presets: Presets): Promise<number> {
  const { toReportable } = await import('./to-reportable.js');
  const { reportError } = await import('./report-error.js');
  const { createColors } = (await import('picocolors')).default;
  const { json, colored, language } = presets;
  return reportError(toReportable(error, host.signal), {
    json,
    messages: messagesIn(language),
    writeResult: (text) => void host.stdout.write(text),
    writeNote: (text) => void host.stderr.write(text),
    paint: createColors(colored && Boolean(host.stderr.isTTY)).red,
  });
}

/** commander ends help this way. */
function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.code.startsWith('commander.help');
}
