import { ProviderError } from '../../errors/index.js';

/** Speech as numbers. */
export interface Pcm {
  readonly sampleRateHz: number;
  /** One channel, each sample from -1 to 1. */
  readonly samples: Float64Array;
}

const fullScale = 32_768; // 2^15: 16 bits with a sign
const headerBytes = 44;
const pcmFormat = 1;

/**
 * Reads 16-bit mono PCM out of a RIFF/WAVE file, whatever other chunks it holds.
 *
 * @param provider - Whose answer it is, for the error.
 * @throws {@link ProviderError} `PROVIDER_006` when the file is empty or ends before the lengths it names: some of it
 * was lost on the way. `PROVIDER_004` when it is something else, and would be again.
 */
export function parseWav(bytes: Uint8Array, provider: string): Pcm {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  requireWhole(view, provider);
  const chunks = readChunks(view, provider);
  const sampleRateHz = readRate(chunks.get('fmt '), provider);
  const data = chunks.get('data');
  if (!data || data.byteLength % 2 !== 0) throw unreadable(provider, 'a WAV without samples');
  const samples = Float64Array.from(
    { length: data.byteLength / 2 },
    (_, at) => data.getInt16(at * 2, true) / fullScale,
  );
  return { sampleRateHz, samples };
}

/** The smallest file that holds these samples. The same samples give the same bytes; what is too loud is cut off. */
export function composeWav({ sampleRateHz, samples }: Pcm): Uint8Array {
  const view = new DataView(new ArrayBuffer(headerBytes + samples.length * 2));
  writeTag(view, 0, 'RIFF');
  view.setUint32(4, view.byteLength - 8, true);
  writeTag(view, 8, 'WAVE');
  writeTag(view, 12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, pcmFormat, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  writeTag(view, 36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, at) => {
    view.setInt16(headerBytes + at * 2, toInteger(sample), true);
  });
  return new Uint8Array(view.buffer);
}

export function durationMs({ sampleRateHz, samples }: Pcm): number {
  return Math.round((samples.length * 1_000) / sampleRateHz);
}

function toInteger(sample: number): number {
  return Math.max(-fullScale, Math.min(fullScale - 1, Math.round(sample * fullScale)));
}

function requireWhole(view: DataView, provider: string): void {
  if (view.byteLength === 0) throw lost(provider, 'empty body');
  if (view.byteLength < 12) throw lost(provider, 'cut audio');
  if (tagAt(view, 0) !== 'RIFF' || tagAt(view, 8) !== 'WAVE') throw unreadable(provider, 'not a WAV');
  if (view.getUint32(4, true) + 8 > view.byteLength) throw lost(provider, 'cut audio');
}

/** Each chunk starts at an even place. The first of a name counts. */
function readChunks(view: DataView, provider: string): Map<string, DataView> {
  const chunks = new Map<string, DataView>();
  const end = Math.min(view.getUint32(4, true) + 8, view.byteLength);
  for (let at = 12; at + 8 <= end; ) {
    const tag = tagAt(view, at);
    const size = view.getUint32(at + 4, true);
    if (at + 8 + size > end) throw lost(provider, 'cut audio');
    if (!chunks.has(tag)) chunks.set(tag, new DataView(view.buffer, view.byteOffset + at + 8, size));
    at += 8 + size + (size % 2);
  }
  return chunks;
}

function readRate(format: DataView | undefined, provider: string): number {
  if (!format || format.byteLength < 16) throw unreadable(provider, 'a WAV without a format');
  const [kind, channels, bits] = [0, 2, 14].map((at) => format.getUint16(at, true));
  const sampleRateHz = format.getUint32(4, true);
  if (kind !== pcmFormat || channels !== 1 || bits !== 16 || sampleRateHz === 0)
    throw unreadable(provider, `a WAV of format ${kind}, ${channels} channels, ${bits} bits`);
  return sampleRateHz;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((next) => view.getUint8(at + next)));
}

function writeTag(view: DataView, at: number, tag: string): void {
  for (const [index, letter] of [...tag].entries()) view.setUint8(at + index, letter.charCodeAt(0));
}

function lost(provider: string, reason: string): ProviderError {
  return new ProviderError('PROVIDER_006', { provider, reason });
}

function unreadable(provider: string, reason: string): ProviderError {
  return new ProviderError('PROVIDER_004', { provider, reason });
}
