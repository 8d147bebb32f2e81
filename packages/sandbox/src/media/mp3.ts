/** MPEG-2 Layer III, 32 kbit/s, 24 kHz, mono: 576 samples, so 24 ms, in 96 bytes. */
const frameHeader = Buffer.from([0xff, 0xf3, 0x44, 0xc0]);
const frameBytes = 96;
const frameMs = 24;

/** Whole MP3 frames that decode to silence: the right length and shape, without an encoder for a tone. */
export function encodeSilentMp3(durationMs: number): Buffer {
  const frames = Math.max(1, Math.ceil(durationMs / frameMs));
  const file = Buffer.alloc(frames * frameBytes);
  for (let index = 0; index < frames; index += 1) {
    frameHeader.copy(file, index * frameBytes);
  }
  return file;
}
