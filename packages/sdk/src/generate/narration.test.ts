import { expect, it } from 'vitest';
import { ProviderError, StoreError } from '../errors/index.js';
import type { SoundEncoder } from '../providers/sound-encoder.js';
import { composeWav } from '../render/audio/compose-wav.js';
import { aCreative } from '../testing/channel-fixtures.js';
import { createFakeFilms } from '../testing/fake-films.js';
import { aBrief, aPlan } from '../testing/fixtures.js';
import { makeFilms } from './films.js';
import { type Narration, narrationOf } from './narration.js';

const voice = aCreative({ kind: 'audio', channel: 'ringo_biz', madeBy: 'clova/vdain' });
const sound = { sampleRateHz: 48_000, description: Uint8Array.of(0x11, 0x88), packets: [Uint8Array.of(1)] };
const encoder: SoundEncoder = { encode: async () => sound };
const failing: SoundEncoder = {
  encode: async () => {
    throw new ProviderError('PROVIDER_001', { provider: 'ffmpeg', reason: 'ended with 1' });
  },
};

/** A store that holds so many seconds of speech. */
const holding = (seconds: number) => ({
  write: async () => undefined,
  read: async () => composeWav({ sampleRateHz: 8_000, samples: new Float32Array(seconds * 8_000) }),
});
const empty = {
  write: async () => undefined,
  read: async (path: string) => {
    throw new StoreError('STORE_001', { path });
  },
};

it.each<[string, Parameters<typeof narrationOf>[1], Narration]>([
  [
    'speaks with the voice that there is',
    { media: holding(12), soundEncoder: encoder },
    { sound, soundBy: 'clova/vdain' },
  ],
  ['is silent without a program', { media: holding(12), soundEncoder: undefined }, { silent: 'no_ffmpeg' }],
  ['is silent rather than cut short', { media: holding(15), soundEncoder: encoder }, { silent: 'too_long' }],
  ['is silent when the program fails', { media: holding(12), soundEncoder: failing }, { silent: 'failed' }],
  ['is silent without the recording', { media: empty, soundEncoder: encoder }, { silent: 'failed' }],
])('%s', async (_, deps, expected) => {
  expect(await narrationOf(voice, deps)).toEqual(expected);
});

it.each<[Narration | undefined, object, string]>([
  [{ sound, soundBy: 'clova/vdain' }, { soundBy: 'clova/vdain' }, '음성과 자막으로'],
  [{ silent: 'too_long' }, { silent: 'too_long' }, '소리 없이 자막으로'],
  [undefined, {}, '소리 없이 자막으로'],
])('tells of each film whether it speaks: %j', async (narration, told, words) => {
  const seenAt = () => ({
    brief: aBrief(),
    plan: aPlan(),
    link: 'https://e.example/e/abcd1234',
    label: undefined,
  });
  const wanted = { channels: ['genie_tv'] as const, seenAt, narration };
  const [made] = await makeFilms(wanted, { films: createFakeFilms(), onProgress: () => undefined });

  const { soundBy, silent } = made?.creative ?? {};
  expect(JSON.parse(JSON.stringify({ soundBy, silent }))).toEqual(told);
  expect(made?.creative.text).toContain(words);
});
