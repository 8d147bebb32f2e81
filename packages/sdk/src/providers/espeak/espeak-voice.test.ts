import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { composeWav } from '../../render/audio/compose-wav.js';
import { parseWav } from '../../render/audio/parse-wav.js';
import { durationMs } from '../../render/audio/sound.js';
import { temporaryFolders } from '../../testing/temporary-folders.js';
import { findExecutable } from '../find-executable.js';
import { type RunProgram, runProgram } from '../run-program.js';
import type { Speech } from '../speech-model.js';
import { createEspeakVoice, type EspeakVoiceOptions } from './espeak-voice.js';

const makeFolder = temporaryFolders();
const tone = composeWav({ sampleRateHz: 22_050, samples: new Float32Array(2_205).fill(0.25) });

/** A program in the place of espeak-ng that notes how it was called and then does as told. */
function fakeProgram(body: string) {
  const folder = makeFolder();
  const [executable, called, input] = ['espeak-ng', 'called.json', 'input.txt'].map((name) =>
    join(folder, name),
  );
  if (!executable || !called || !input) throw new Error('three paths');
  const script = [
    `#!${process.execPath}`,
    `const { readFileSync, writeFileSync } = require('node:fs');`,
    `const { argv, env, pid } = process;`,
    `writeFileSync(${JSON.stringify(input)}, readFileSync(0));`,
    `writeFileSync(${JSON.stringify(called)}, JSON.stringify({ args: argv.slice(2), env, pid }));`,
    body,
  ];
  writeFileSync(executable, script.join('\n'));
  chmodSync(executable, 0o755);
  return {
    executable,
    input: () => readFileSync(input, 'utf8'),
    called: (): { args: string[]; env: Record<string, string>; pid: number } =>
      JSON.parse(readFileSync(called, 'utf8')),
    wasCalled: () => existsSync(called) && readFileSync(called, 'utf8') !== '',
  };
}

const write = (wav: Uint8Array) =>
  `process.stdout.write(Buffer.from('${Buffer.from(wav).toString('base64')}', 'base64'));`;
/** A busy machine takes its time to start a program. */
const patience = { timeout: 10_000, interval: 10 };
const forever = 'setInterval(() => {}, 1_000);';

function streamed(wav: Uint8Array): Buffer {
  const file = Buffer.from(wav);
  file.writeUInt32LE(0x7fff_f024, 4);
  file.writeUInt32LE(0x7fff_f000, 40);
  return file;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const speak = (options: EspeakVoiceOptions, signal?: AbortSignal): Promise<Speech> =>
  createEspeakVoice(options).speak('오늘은 칼국수 어떠세요?', {}, signal);

/** One that waits for the end of what it no longer wants. */
const runDeaf: RunProgram = (program) => runProgram(program, new AbortController().signal);

describe('a program that stands in for espeak-ng', () => {
  it('is given the words on its input, and its sound gets a header with the length', async () => {
    const program = fakeProgram(write(streamed(tone)));
    const voice = createEspeakVoice({ executable: program.executable });

    const speech = await voice.speak('[[h@loU]] "; touch x', { rate: 5, pitch: -5, volume: 2 });

    expect(speech).toEqual({ wav: tone, madeBy: 'espeak-ng' });
    expect(voice).toMatchObject({ provider: 'espeak-ng', mode: 'local' });
    expect(voice.priceKrw('오늘')).toBe(0);
    expect(program.input()).toBe('[ [h@loU]] "; touch x');
    const given = '--stdin -b 1 -v ko -s 350 -p 1 -a 120 --stdout';
    expect(program.called().args).toEqual(given.split(' '));
  });

  it('sees nothing of our environment, where keys are', async () => {
    const program = fakeProgram(write(tone));

    await speak(program);

    expect(program.called().env).not.toHaveProperty('PATH');
  });

  it.each([
    ['process.exitCode = 1;', 'PROVIDER_001'],
    ['process.kill(process.pid, "SIGTERM");', 'PROVIDER_001'],
    [write(Buffer.from('no voice of that name')), 'PROVIDER_004'],
    [write(tone.subarray(0, 44)), 'PROVIDER_004'],
    [write(tone.subarray(0, -100)), 'PROVIDER_004'],
  ])('that does %s ends in %s', async (body, code) => {
    await expect(speak(fakeProgram(body))).rejects.toMatchObject({ code });
  });

  it('is stopped when it never stops writing', async () => {
    const program = fakeProgram(
      'const more = () => process.stdout.write(Buffer.alloc(1 << 20), more); process.stdout.on("error", () => {}); more();',
    );

    await expect(speak(program)).rejects.toMatchObject({
      code: 'PROVIDER_004',
      context: { reason: 'too large' },
    });
    expect(isAlive(program.called().pid)).toBe(false);
  });

  it('is killed when it hangs and nobody wants its words any more', async () => {
    const program = fakeProgram(forever);
    const abort = new AbortController();

    const spoken = speak(program, abort.signal);
    await vi.waitUntil(program.wasCalled, patience);
    abort.abort();

    await expect(spoken).rejects.toMatchObject({ name: 'AbortError' });
    await vi.waitUntil(() => !isAlive(program.called().pid), patience);
  });

  it('is killed when its time is up', async () => {
    const program = fakeProgram(forever);

    await expect(speak({ ...program, timeoutMs: 400 })).rejects.toMatchObject({ code: 'PROVIDER_006' });
    await vi.waitUntil(() => !program.wasCalled() || !isAlive(program.called().pid), patience);
  });

  it('would be missed if it lived on', async () => {
    const program = fakeProgram(forever);
    const abort = new AbortController();

    const spoken = speak({ ...program, run: runDeaf }, abort.signal);
    await vi.waitUntil(program.wasCalled, patience);
    abort.abort();
    await expect(spoken).rejects.toMatchObject({ name: 'AbortError' });

    const { pid } = program.called();
    await expect(vi.waitUntil(() => !isAlive(pid), { timeout: 200 })).rejects.toThrow();
    process.kill(pid, 'SIGKILL');
  });

  it('is not started for nothing', async () => {
    const program = fakeProgram(write(tone));

    await expect(createEspeakVoice(program).speak(' \n')).rejects.toMatchObject({ code: 'USER_045' });
    await expect(speak(program, AbortSignal.abort())).rejects.toMatchObject({ name: 'AbortError' });
    expect(program.wasCalled()).toBe(false);
  });

  it('may not be there', async () => {
    const executable = join(makeFolder(), 'espeak-ng');

    await expect(speak({ executable })).rejects.toMatchObject({
      code: 'PROVIDER_005',
      context: { reason: 'ENOENT' },
    });
  });
});

describe('espeak-ng itself, where there is one', () => {
  const shell = spawnSync('/bin/sh', ['-c', 'command -v espeak-ng; printf "|%s" "$PATH"'], {
    encoding: 'utf8',
  });
  const [known = '', path = ''] = shell.stdout.split('|');
  const executable = findExecutable('espeak-ng', path);

  it('is found where the shell finds it, or not at all', () => {
    expect(executable).toBe(known.trim() === '' ? undefined : known.trim());
  });

  it('speaks Korean, faster when asked, and the same way twice', async () => {
    const voice = executable === undefined ? undefined : createEspeakVoice({ executable });
    const last = async (rate: number) => {
      const speech = await voice?.speak('안녕하세요. 비 오는 날 칼국수 어떠세요?', { rate });
      const sound = speech && parseWav(speech.wav);
      return sound && { ms: durationMs(sound), missing: sound.missingBytes, wav: speech.wav };
    };

    const [usual, again, fast] = [await last(0), await last(0), await last(5)];

    expect(usual === undefined).toBe(executable === undefined);
    expect(again).toEqual(usual);
    expect(usual?.missing ?? 0).toBe(0);
    expect(usual?.ms ?? 3_000).toBeGreaterThan(1_500);
    expect((fast?.ms ?? 1) / (usual?.ms ?? 2)).toBeLessThan(0.8);
  });
});
