import type { Sound } from './sound.js';

export interface ParsedWav extends Sound {
  /** Bytes that the file announces and does not hold: more than 0 in a file that was cut short. */
  readonly missingBytes: number;
}

interface Format {
  readonly channels: number;
  readonly sampleRateHz: number;
}

interface Chunk {
  readonly name: string;
  readonly announcedBytes: number;
  readonly body: DataView;
}

const pcm = 1;
/** Of speech, and of anything a sound card records. Guards the resampler's memory. */
const sampleRateRangeHz = [4_000, 96_000] as const;
/**
 * A program that writes to a pipe does not know the length yet and announces the most there can be: 0x7ffff000
 * (espeak-ng, sox) or 0xffffffff (ffmpeg), seen 2026-11. Such a sound ends where the file does.
 */
const unknownLength = 0x7fff_f000;

/**
 * Reads RIFF/WAVE with 16-bit PCM, one channel or two mixed into one. Chunks it does not know are passed over.
 *
 * @returns nothing for another kind of file or another coding.
 */
export function parseWav(bytes: Uint8Array): ParsedWav | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || nameAt(view, 0) !== 'RIFF' || nameAt(view, 8) !== 'WAVE') return undefined;
  const chunks = readChunks(view);
  const format = readFormat(chunks.find(({ name }) => name === 'fmt ')?.body);
  const data = chunks.find(({ name }) => name === 'data');
  if (!format || !data) return undefined;
  const { body, announcedBytes } = data;
  const missingBytes = Math.max(
    missing(view.getUint32(4, true), view.byteLength - 8),
    missing(announcedBytes, body.byteLength),
  );
  return { sampleRateHz: format.sampleRateHz, samples: readSamples(body, format.channels), missingBytes };
}

function missing(announcedBytes: number, heldBytes: number): number {
  return announcedBytes >= unknownLength ? 0 : Math.max(0, announcedBytes - heldBytes);
}

function nameAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(at + index)));
}

/** A chunk that announces more than the file holds ends where the file does. */
function readChunks(view: DataView): Chunk[] {
  const chunks: Chunk[] = [];
  let at = 12;
  while (at + 8 <= view.byteLength) {
    const announcedBytes = view.getUint32(at + 4, true);
    const heldBytes = Math.min(announcedBytes, view.byteLength - at - 8);
    const body = new DataView(view.buffer, view.byteOffset + at + 8, heldBytes);
    chunks.push({ name: nameAt(view, at), announcedBytes, body });
    at += 8 + announcedBytes + (announcedBytes % 2); // chunks begin at even places
  }
  return chunks;
}

function readFormat(chunk: DataView | undefined): Format | undefined {
  if (!chunk || chunk.byteLength < 16 || chunk.getUint16(0, true) !== pcm) return undefined;
  const channels = chunk.getUint16(2, true);
  const sampleRateHz = chunk.getUint32(4, true);
  const [lowest, highest] = sampleRateRangeHz;
  const readable =
    (channels === 1 || channels === 2) &&
    sampleRateHz >= lowest &&
    sampleRateHz <= highest &&
    chunk.getUint16(14, true) === 16;
  return readable ? { channels, sampleRateHz } : undefined;
}

function readSamples(data: DataView, channels: number): Float32Array {
  const samples = new Float32Array(Math.floor(data.byteLength / (2 * channels)));
  for (let index = 0; index < samples.length; index += 1) {
    let sum = 0;
    for (let channel = 0; channel < channels; channel += 1) {
      sum += data.getInt16((index * channels + channel) * 2, true);
    }
    samples[index] = sum / channels / 0x8000;
  }
  return samples;
}
