import type { Measures } from './measures.js';

interface Format {
  readonly channels: number;
  readonly sampleRateHz: number;
  readonly bitsPerSample: number;
}

const pcm = 1;

function readFormat(chunk: Buffer): Format | undefined {
  if (chunk.length < 16 || chunk.readUInt16LE(0) !== pcm) {
    return undefined;
  }
  return {
    channels: chunk.readUInt16LE(2),
    sampleRateHz: chunk.readUInt32LE(4),
    bitsPerSample: chunk.readUInt16LE(14),
  };
}

/** Chunks by name. One that claims more than the file holds ends where the file does. */
function readChunks(bytes: Buffer): ReadonlyMap<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  let at = 12;
  while (at + 8 <= bytes.length) {
    const size = bytes.readUInt32LE(at + 4);
    chunks.set(bytes.toString('latin1', at, at + 4), bytes.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size % 2); // chunks begin at even places
  }
  return chunks;
}

/** Uncompressed samples only: what is compressed has another length than its bytes say. */
export function measureWav(bytes: Buffer): Measures | undefined {
  const isWav = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WAVE';
  if (!isWav) {
    return undefined;
  }
  const chunks = readChunks(bytes);
  const format = readFormat(chunks.get('fmt ') ?? Buffer.alloc(0));
  const samples = chunks.get('data');
  if (!format || !samples) {
    return undefined;
  }
  const bytesPerSecond = (format.sampleRateHz * format.channels * format.bitsPerSample) / 8;
  return { mediaType: 'audio/wav', ...format, durationSec: samples.length / bytesPerSecond };
}
