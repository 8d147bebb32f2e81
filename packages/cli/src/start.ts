import module from 'node:module';
import { userInfo } from 'node:os';
import { readSettings } from './config/settings.js';
import { listenForInterrupt } from './interrupt.js';

/** Node 22 keeps compiled code between starts; Node 20 has no such thing. */
const { enableCompileCache } = module as { readonly enableCompileCache?: () => unknown };

const interruptedExitCode = 130;

/** Joins the command line to the process. */
export async function start(process: NodeJS.Process): Promise<number> {
  enableCompileCache?.();
  const { main } = await import('./main.js');
  const { messagesIn } = await import('./messages/messages.js');
  const { presetsOf } = await import('./presets.js');
  const { argv, stdin, stdout, stderr } = process;
  const words = argv.slice(2);
  const settings = readSettings();
  const { json, language } = presetsOf(words, settings);
  const { interrupted } = messagesIn(language);
  const signal = listenForInterrupt(process, {
    onFirst: () => void (json || stderr.write(`\n${interrupted.stopping}\n`)),
    onSecond: () => process.exit(interruptedExitCode),
  });
  stdout.on('error', ignoreClosedPipe);
  process.on('uncaughtException', ({ message }) => {
    stderr.write(`✖ BUG_001  ${message}\n`);
    process.exit(1);
  });
  const host = {
    arguments: words,
    cwd: process.cwd(),
    stdin,
    stdout,
    stderr,
    signal,
    now: () => new Date(),
    operator: () => userInfo().username,
  };
  return main(host, settings);
}

/** `kt-event status | head -1` is not a failure. */
function ignoreClosedPipe(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
}
