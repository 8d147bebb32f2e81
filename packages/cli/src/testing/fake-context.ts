import type { KtEvent } from '@kt-event/sdk';
import { refuseToAsk } from '../ask.js';
import type { CommandContext, OpenContext } from '../context.js';
import { ko } from '../messages/ko.js';
import type { Output } from '../output/output.js';
import { createProgram } from '../program.js';
import { aRehearsalResult } from './fixtures.js';

interface Spoken {
  /** What stdout would show. */
  readonly results: string[];
  /** The values behind it. */
  readonly values: unknown[];
  readonly notes: string[];
  readonly exitCodes: number[];
  readonly help: string[];
}

export interface FakeContext extends Spoken {
  run(...words: string[]): Promise<unknown>;
}

/** A whole command line around fakes: only the methods a test gives exist. */
export function createFakeContext(
  ktEvent: Partial<KtEvent> = {},
  over: Partial<CommandContext> = {},
): FakeContext {
  const spoken: Spoken = { results: [], values: [], notes: [], exitCodes: [], help: [] };
  const output: Output = {
    task: (_label, run) => run(),
    progress: () => undefined,
    result: (value, view) => {
      spoken.values.push(value);
      spoken.results.push(view(value, ko));
    },
    note: (text) => void spoken.notes.push(text),
  };
  const absent = async () => {
    throw new Error('not expected');
  };
  const context: CommandContext = {
    ktEvent: async () => ktEvent as KtEvent,
    output,
    ask: refuseToAsk,
    language: 'ko',
    messages: ko,
    cwd: '/',
    folder: '/data',
    templates: undefined,
    publicUrl: 'https://events.example',
    signal: new AbortController().signal,
    now: () => new Date('2026-11-24T01:00:00Z'),
    operator: 'owner',
    rehearse: async () => aRehearsalResult(),
    unfinishedRehearsals: async () => [],
    diagnose: async () => [],
    serve: absent,
    openSandbox: absent,
    openAddress: () => undefined,
    exitWith: (code) => void spoken.exitCodes.push(code),
    ...over,
  };
  const open: OpenContext = async (flags) => ({ ...context, ...(flags.dir && { folder: flags.dir }) });
  return {
    ...spoken,
    run: (...words) =>
      createProgram({ open, help: ko.help, writeHelp: (text) => void spoken.help.push(text) }).parseAsync(
        words,
        {
          from: 'user',
        },
      ),
  };
}
