import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readSettings } from './config/settings.js';
import { listenForInterrupt } from './interrupt.js';
import { main } from './main.js';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'kt-event-'));
  await writeFile(join(cwd, 'bad.yaml'), 'version: 1\nnaem: 이벤트\n');
});
afterAll(() => rm(cwd, { recursive: true }));

/** A process of its own: words in, two streams and an exit code out. */
async function run(words: string[], { environment = {}, signal = new AbortController().signal } = {}) {
  const streams = { stdout: '', stderr: '' };
  const stream = (name: keyof typeof streams) => ({
    write: (text: string | Uint8Array) => {
      streams[name] += text;
      return true;
    },
  });
  const host = {
    arguments: words,
    cwd,
    stdin: {},
    stdout: stream('stdout'),
    stderr: stream('stderr'),
    signal,
    now: () => new Date('2026-11-24T01:00:00Z'),
    operator: () => 'owner',
  };
  const exitCode = await main(host, readSettings(environment));
  return { exitCode, ...streams };
}

describe('an error', () => {
  it('goes to stderr for a person, with its place and what to write', async () => {
    const { exitCode, stdout, stderr } = await run(['check', 'bad.yaml']);

    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain(
      'bad.yaml:2:1  "naem"은(는) 없는 항목입니다\n    → "name"을(를) 쓰려던 것인가요?',
    );
  });

  it('is one JSON document on stdout with --json', async () => {
    const { exitCode, stdout, stderr } = await run(['check', 'bad.yaml', '--json']);

    expect(exitCode).toBe(2);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'USER_001' } });
    expect(stderr).toBe('');
  });

  it('speaks the language asked for', async () => {
    const flag = await run(['check', 'bad.yaml', '--lang', 'en']);
    const variable = await run(['check', 'bad.yaml'], { environment: { KT_EVENT_LANG: 'en' } });

    expect(flag.stderr).toContain('Did you mean "name"?');
    expect(variable.stderr).toBe(flag.stderr);
  });
});

describe('a command line that is not understood', () => {
  it.each([
    [['plann', 'x.yaml'], '"plann"(이)라는 명령은 없습니다\n    → plan을(를) 쓰려던 것인가요?'],
    [['plan'], 'file을(를) 써야 합니다'],
    [['plan', 'x', '--jsn'], '--jsn(이)라는 옵션은 없습니다\n    → --json을(를) 쓰려던 것인가요?'],
    [['serve', '--port', 'http'], '--port <number>에 쓸 수 없는 값입니다'],
    [['serve', '--port'], '--port <number>에 값을 써야 합니다'],
    [['status', 'a', 'b'], '알 수 없는 값이 더 있습니다'],
    [['status', '--lang', 'fr'], '--lang <code>에 쓸 수 없는 값입니다'],
    [['effects', 'resolve', 'x', '--happened', '--not'], '함께 쓸 수 없는 옵션입니다'],
  ])('%j', async (words, expected) => {
    const { exitCode, stdout, stderr } = await run(words);

    expect(stderr).toContain(expected);
    expect(exitCode).toBe(2);
    expect(stdout).toBe('');
  });
});

it('shows help on stdout when nothing is asked', async () => {
  const bare = await run([]);

  expect(bare.exitCode).toBe(0);
  expect(bare.stdout).toContain('쓰는 법: kt-event [옵션] [명령]');
  expect(bare.stdout).not.toMatch(/Commands:|Options:|display help/);
  expect(bare.stderr).toBe('');
});

it('prints no colour into a pipe', async () => {
  const { stderr } = await run(['check', 'bad.yaml']);

  expect(stderr).not.toContain('\u001b');
});

it('ends with 130 after Ctrl-C and says that finished work is kept', async () => {
  const { exitCode, stderr } = await run(['check', 'bad.yaml'], { signal: AbortSignal.abort() });

  expect(exitCode).toBe(130);
  expect(stderr).toContain('끝난 일은 저장되어 있습니다');
  expect(stderr).toContain('kt-event resume');
});

it('aborts at the first Ctrl-C and leaves at the second', () => {
  const heard: string[] = [];
  const listeners: (() => void)[] = [];
  const signals = { on: (_name: string, listener: () => void) => void listeners.push(listener) };
  const signal = listenForInterrupt(signals, {
    onFirst: () => void heard.push('first'),
    onSecond: () => void heard.push('second'),
  });

  listeners[0]?.();
  expect(signal.aborted).toBe(true);
  listeners[0]?.();

  expect(heard).toEqual(['first', 'second']);
});
