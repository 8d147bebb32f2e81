import type { Sound } from './sound.js';

const headerBytes = 44;
const bytesPerSample = 2;

/** RIFF/WAVE, PCM, 16-bit, mono. What is louder than a sample can hold is cut off. The same sound gives the same bytes. */
export function composeWav({ sampleRateHz, samples }: Sound): Uint8Array {
  const dataBytes = samples.length * bytesPerSample;
  const file = new Uint8Array(headerBytes + dataBytes);
  const view = new DataView(file.buffer);
  writeHeader(view, sampleRateHz, dataBytes);
  for (let index = 0; index < samples.length; index += 1) {
    const value = Math.round((samples[index] ?? 0) * 0x8000);
    view.setInt16(headerBytes + index * bytesPerSample, Math.min(0x7fff, Math.max(-0x8000, value)), true);
  }
  return file;
}

function writeHeader(view: DataView, sampleRateHz: number, dataBytes: number): void {
  writeName(view, 0, 'RIFF');
  view.setUint32(4, headerBytes - 8 + dataBytes, true);
  writeName(view, 8, 'WAVE');
  writeName(view, 12, 'fmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true); // PCM
  view.setUint16(22, 1, true); // mono
  view.setUint32(24, sampleRateHz, true);
  view.setUint32(28, sampleRateHz * bytesPerSample, true);
  view.setUint16(32, bytesPerSample, true);
  view.setUint16(34, bytesPerSample * 8, true);
  writeName(view, 36, 'data');
  view.setUint32(40, dataBytes, true);
}

function writeName(view: DataView, at: number, name: string): void {
  for (let index = 0; index < name.length; index += 1) view.setUint8(at + index, name.charCodeAt(index));
}
