export interface Tone {
  readonly durationMs: number;
  readonly frequencyHz: number;
  /** 0 to 1. */
  readonly loudness: number;
}

const headerBytes = 44;

/** A sine tone as 16-bit mono PCM in a RIFF file. */
export function encodeWav({ durationMs, frequencyHz, loudness }: Tone, sampleRateHz: number): Buffer {
  const samples = Math.round((durationMs * sampleRateHz) / 1_000);
  const file = Buffer.alloc(headerBytes + samples * 2);
  file.write('RIFF', 0, 'latin1');
  file.writeUInt32LE(file.length - 8, 4);
  file.write('WAVEfmt ', 8, 'latin1');
  file.writeUInt32LE(16, 16);
  file.writeUInt16LE(1, 20);
  file.writeUInt16LE(1, 22);
  file.writeUInt32LE(sampleRateHz, 24);
  file.writeUInt32LE(sampleRateHz * 2, 28);
  file.writeUInt16LE(2, 32);
  file.writeUInt16LE(16, 34);
  file.write('data', 36, 'latin1');
  file.writeUInt32LE(samples * 2, 40);
  for (let index = 0; index < samples; index += 1) {
    const value = Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz) * loudness;
    file.writeInt16LE(Math.round(value * 32_767), headerBytes + index * 2);
  }
  return file;
}
