import { describe, expect, it } from 'vitest';
import { composeWav } from './compose-wav.js';
import { toLineAudio } from './line-audio.js';
import { normalise } from './normalise.js';
import { parseWav } from './parse-wav.js';
import { resample } from './resample.js';

const half = 0.5;
type Resample = typeof resample;

function tone(frequencyHz: number, sampleRateHz: number, seconds = 0.5): Float32Array {
  return Float32Array.from(
    { length: Math.round(seconds * sampleRateHz) },
    (_, index) => half * Math.sin((2 * Math.PI * frequencyHz * index) / sampleRateHz),
  );
}

/** How loud the middle of a sound is, decibel against the tone it was made from. The ends swing in and out. */
function levelDb(samples: Float32Array): number {
  const middle = samples.subarray(samples.length * 0.2, samples.length * 0.8);
  const meanSquare = middle.reduce((sum, sample) => sum + sample * sample, 0) / middle.length;
  return 10 * Math.log10(Math.max(meanSquare, 1e-20) / (half * half * 0.5));
}

/** The pitch of a pure tone, by its rises through zero. */
function pitchHz(samples: Float32Array, sampleRateHz: number): number {
  const middle = samples.subarray(samples.length * 0.2, samples.length * 0.8);
  const rises = middle.reduce(
    (count, sample, at) => count + Number(at > 0 && (middle[at - 1] ?? 0) < 0 && sample >= 0),
    0,
  );
  return (rises * sampleRateHz) / middle.length;
}

const through = (frequencyHz: number, fromHz: number, change: Resample = resample) =>
  levelDb(change(tone(frequencyHz, fromHz), fromHz, 8_000));

/** What a resampler does that nobody taught about folding. */
const pickNearest: Resample = (samples, fromHz, toHz) =>
  Float32Array.from(
    { length: Math.round((samples.length * toHz) / fromHz) },
    (_, index) => samples[Math.floor((index * fromHz) / toHz)] ?? 0,
  );

describe.each([16_000, 22_050, 24_000, 44_100, 48_000, 47_999])('from %i Hz to 8 kHz', (fromHz) => {
  it.each([100, 1_000, 3_000, 3_400])('keeps a tone of %i Hz', (frequencyHz) => {
    expect(Math.abs(through(frequencyHz, fromHz))).toBeLessThan(1);
    const kept = resample(tone(frequencyHz, fromHz), fromHz, 8_000);
    expect(Math.abs(pitchHz(kept, 8_000) - frequencyHz)).toBeLessThan(10);
  });

  it.each([4_100, 5_000, 6_000, 7_500])('leaves nothing of a tone of %i Hz', (frequencyHz) => {
    expect(through(frequencyHz, fromHz)).toBeLessThan(-70);
  });
});

describe('resample', () => {
  it('would notice that a tone is folded down', () => {
    expect(Math.abs(through(1_000, 24_000, pickNearest))).toBeLessThan(1);
    expect(through(6_000, 24_000, pickNearest)).toBeGreaterThan(-40);
    expect(pitchHz(pickNearest(tone(6_000, 24_000), 24_000, 8_000), 8_000)).toBeCloseTo(2_000, -2);
  });

  it('raises a rate without adding a tone', () => {
    const raised = resample(tone(1_000, 8_000), 8_000, 48_000);

    expect(Math.abs(levelDb(raised))).toBeLessThan(0.1);
    expect(Math.abs(pitchHz(raised, 48_000) - 1_000)).toBeLessThan(10);
  });

  it('keeps a steady level and the moment of a click', () => {
    const steady = resample(new Float32Array(4_000).fill(half), 22_050, 8_000);
    const click = resample(new Float32Array(24_000).fill(1, 12_000, 12_003), 24_000, 8_000);

    expect(steady[700]).toBeCloseTo(half, 6);
    expect(click.indexOf(Math.max(...click))).toBe(4_000);
  });

  it('leaves what has the rate already, as a copy', () => {
    const samples = tone(1_000, 8_000);

    expect(resample(samples, 8_000, 8_000)).toEqual(samples);
    expect(resample(samples, 8_000, 8_000)).not.toBe(samples);
  });
});

describe('normalise', () => {
  it.each([0.08, 0.3, 1])('brings a peak of %f to -3 dB', (peak) => {
    const peaks = normalise(Float32Array.of(0, peak / 2, -peak));

    expect(20 * Math.log10(Math.abs(peaks[2] ?? 0))).toBeCloseTo(-3, 4);
    expect((peaks[1] ?? 0) / (peaks[2] ?? 0)).toBeCloseTo(-0.5, 6);
  });

  it('makes no noise of what is hardly there', () => {
    expect(normalise(Float32Array.of(0.001))[0]).toBeCloseTo(0.01, 6);
  });

  it('leaves silence silent', () => {
    expect(normalise(new Float32Array(3))).toEqual(new Float32Array(3));
  });
});

describe('the audio of a line', () => {
  const speech = composeWav({ sampleRateHz: 22_050, samples: tone(440, 22_050, 1.25) });

  it('is 8 kHz, as long as the speech, and not too loud', () => {
    const { wav, durationMs } = toLineAudio(speech);
    const line = parseWav(wav);
    const peak = Math.max(...(line?.samples.map(Math.abs) ?? []));

    expect(line).toMatchObject({ sampleRateHz: 8_000, missingBytes: 0 });
    expect(line?.samples.length).toBe(10_000);
    expect(durationMs).toBe(1_250);
    expect(20 * Math.log10(peak)).toBeCloseTo(-3, 2);
  });

  it('holds nothing of a tone that a line cannot carry', () => {
    const high = composeWav({ sampleRateHz: 24_000, samples: tone(6_000, 24_000) });

    expect(levelDb(parseWav(toLineAudio(high).wav)?.samples ?? tone(6_000, 24_000))).toBeLessThan(-40);
  });

  it('has the same bytes every time', () => {
    expect(toLineAudio(speech)).toEqual(toLineAudio(speech.slice()));
  });

  it('is not made of anything but a WAV', () => {
    expect(() => toLineAudio(Buffer.from('ID3'))).toThrowError(expect.objectContaining({ code: 'BUG_001' }));
  });
});
