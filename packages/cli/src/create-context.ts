import { resolve } from 'node:path';
import type { KtEvent } from '@kt-event/sdk';
import { type Ask, refuseToAsk } from './ask.js';
import { ownTemplates } from './config/own-templates.js';
import type { Settings } from './config/settings.js';
import type { CommandContext, ExitCode, GlobalFlags } from './context.js';
import type { Host } from './host.js';
import { messagesIn } from './messages/messages.js';
import { isWatched } from './output/is-watched.js';
import { createJsonOutput } from './output/json-output.js';
import type { Output, Write } from './output/output.js';
import { createPlainSpinner } from './output/spinner.js';
import { createTerminalOutput } from './output/terminal-output.js';
import type { Presets } from './presets.js';
import { openAddress } from './preview/open-address.js';

export interface ContextParts {
  readonly host: Host;
  readonly settings: Settings;
  readonly presets: Presets;
  readonly flags: GlobalFlags;
  readonly onClose: (close: () => Promise<void>) => void;
  readonly exitWith: (code: ExitCode) => void;
}

/** Everything a command borrows. What is heavy is imported when it is first used. */
export async function createContext(parts: ContextParts): Promise<CommandContext> {
  const { host, settings, presets, flags, exitWith } = parts;
  const output = await createOutput(parts);
  const folder = resolve(host.cwd, flags.dir ?? settings.folder ?? '.');
  const { environment } = settings;
  return {
    ktEvent: once(() => openKtEvent({ folder, environment }, output, parts)),
    output,
    ask: await createAsk(parts),
    language: presets.language,
    messages: messagesIn(presets.language),
    cwd: host.cwd,
    folder,
    templates: ownTemplates(environment, folder),
    publicUrl: settings.environment['KT_EVENT_PUBLIC_URL'] || undefined,
    signal: host.signal,
    now: host.now,
    operator: host.operator(),
    rehearse: async (options) =>
      (await import('./start-rehearsal.js')).startRehearsal({
        templates: ownTemplates(environment, folder),
        ...options,
      }),
    unfinishedRehearsals: async () => (await import('./start-rehearsal.js')).unfinishedRehearsals(folder),
    diagnose: async (choice) =>
      (await import('./start-diagnosis.js')).startDiagnosis({ folder, environment }, choice),
    serve: async (options) => (await import('./serve/serve.js')).serve(options, environment),
    openSandbox: async (options) => (await import('./serve/open-sandbox.js')).openSandbox(options),
    openAddress,
    exitWith,
  };
}

async function openKtEvent(
  options: { readonly folder: string; readonly environment: Settings['environment'] },
  output: Output,
  { onClose }: ContextParts,
): Promise<KtEvent> {
  const { openKtEvent: open } = await import('./open-kt-event.js');
  const ktEvent = await open(options);
  onClose(() => ktEvent.close());
  ktEvent.on(output.progress);
  return ktEvent;
}

async function createOutput({ host, presets, settings }: ContextParts): Promise<Output> {
  const { stdout, stderr } = host;
  const writeResult: Write = (text) => void stdout.write(text);
  const writeNote: Write = (text) => void stderr.write(text);
  const { json, language, colored } = presets;
  if (json) return createJsonOutput(writeResult);
  const watched = isWatched(stderr, settings.automated);
  const spinner = watched
    ? (await import('./output/ora-spinner.js')).createOraSpinner(process.stderr, { colored })
    : createPlainSpinner(writeNote);
  return createTerminalOutput({ writeResult, writeNote, spinner, messages: messagesIn(language) });
}

/** Asks only a person: at a terminal, outside CI, and not when the answer is for a program. */
async function createAsk({ host, presets, settings }: ContextParts): Promise<Ask> {
  const answerable = host.stdin.isTTY && host.stderr.isTTY && !settings.automated && !presets.json;
  if (!answerable) return refuseToAsk;
  const { createTerminalAsk } = await import('./terminal-ask.js');
  return createTerminalAsk(host.signal, process.stderr);
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
