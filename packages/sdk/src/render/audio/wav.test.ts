import { expect, it } from 'vitest';
import { composeWav } from './compose-wav.js';
import { parseWav } from './parse-wav.js';
import { durationMs } from './sound.js';

const values = [0, 1, -1, 32_767, -32_768, 1_234];
const sound = { sampleRateHz: 16_000, samples: Float32Array.from(values, (value) => value / 0x8000) };

function chunk(name: string, body: Uint8Array, announcedBytes = body.length): Buffer {
  const head = Buffer.alloc(8);
  head.write(name, 'latin1');
  head.writeUInt32LE(announcedBytes, 4);
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)]);
}

function format({ coding = 1, channels = 1, sampleRateHz = 8_000, bits = 16 } = {}): Buffer {
  const body = Buffer.alloc(16);
  body.writeUInt16LE(coding, 0);
  body.writeUInt16LE(channels, 2);
  body.writeUInt32LE(sampleRateHz, 4);
  body.writeUInt32LE((sampleRateHz * channels * bits) / 8, 8);
  body.writeUInt16LE((channels * bits) / 8, 12);
  body.writeUInt16LE(bits, 14);
  return chunk('fmt ', body);
}

function riff(...chunks: readonly Buffer[]): Buffer {
  return chunk('RIFF', Buffer.concat([Buffer.from('WAVE'), ...chunks]));
}

const samplesOf = (...list: readonly number[]) => Buffer.from(Int16Array.from(list).buffer);
const read = (file: Uint8Array) => Array.from(parseWav(file)?.samples ?? [], (sample) => sample * 0x8000);

it('comes back sample by sample from the file it was written to', () => {
  const file = composeWav(sound);

  expect(read(file)).toEqual(values);
  expect(parseWav(file)).toMatchObject({ sampleRateHz: 16_000, missingBytes: 0 });
  expect(composeWav(sound)).toEqual(file);
});

it('passes over chunks it does not know, of odd length too, before and after the sound', () => {
  const file = riff(
    chunk('JUNK', Buffer.alloc(7)),
    format(),
    chunk('LIST', Buffer.from('INFOabc')),
    chunk('data', samplesOf(5, -6)),
    chunk('id3 ', Buffer.alloc(3)),
  );

  expect(read(file)).toEqual([5, -6]);
});

it('reads a file that does not lie at the start of its memory', () => {
  const file = riff(format(), chunk('data', samplesOf(5, -6)));

  expect(read(Buffer.concat([Buffer.alloc(3), file]).subarray(3))).toEqual([5, -6]);
});

it('mixes two channels into one', () => {
  expect(read(riff(format({ channels: 2 }), chunk('data', samplesOf(100, 300, -8, 8))))).toEqual([200, 0]);
});

it.each([0x7fff_f000, 0xffff_ffff])(
  'reads to the end of a file that was streamed and announces %i bytes',
  (size) => {
    const file = riff(format(), chunk('data', samplesOf(5, -6), size));
    file.writeUInt32LE(size, 4);

    expect(read(file)).toEqual([5, -6]);
    expect(parseWav(file)?.missingBytes).toBe(0);
  },
);

it('says how much of a file is missing that was cut short', () => {
  expect(parseWav(composeWav(sound).subarray(0, -4))?.missingBytes).toBe(4);
});

it.each([
  ['nothing at all', Buffer.alloc(0)],
  ['a text', Buffer.from('{"errorCode":"VS06"}')],
  ['floating point', riff(format({ coding: 3, bits: 32 }), chunk('data', Buffer.alloc(8)))],
  ['8 bits', riff(format({ bits: 8 }), chunk('data', Buffer.alloc(8)))],
  ['six channels', riff(format({ channels: 6 }), chunk('data', Buffer.alloc(24)))],
  ['no rate', riff(format({ sampleRateHz: 0 }), chunk('data', Buffer.alloc(8)))],
  ['no format', riff(chunk('data', Buffer.alloc(8)))],
  ['no sound', riff(format())],
])('does not read %s', (_, file) => {
  expect(parseWav(file)).toBeUndefined();
});

it('cuts off what is too loud rather than turning it round', () => {
  const file = composeWav({ sampleRateHz: 8_000, samples: Float32Array.of(1.5, -1.5) });

  expect(read(file)).toEqual([32_767, -32_768]);
});

it('lasts as long as its samples', () => {
  expect(durationMs({ sampleRateHz: 8_000, samples: new Float32Array(12_004) })).toBe(1_501);
});

it('would notice a reader that takes everything after byte 44 for sound', () => {
  const naive = (file: Buffer) => Array.from({ length: 2 }, (_, index) => file.readInt16LE(44 + index * 2));

  expect(naive(riff(format(), chunk('data', samplesOf(5, -6))))).toEqual([5, -6]);
  expect(naive(riff(format(), chunk('LIST', Buffer.alloc(8)), chunk('data', samplesOf(5, -6))))).not.toEqual([
    5, -6,
  ]);
});
