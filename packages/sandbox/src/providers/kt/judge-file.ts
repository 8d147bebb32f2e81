import { type JsonRecord, textAt } from '../../json.js';
import { measureCreative } from './measure-creative.js';
import type { Measures } from './measures.js';

const megabyte = 1024 * 1024;
/** Films are cut at whole frames, and their sound is a little longer or shorter than the picture. */
const toleranceSec = 0.5;

const isFullHd = ({ widthPx, heightPx }: Measures): boolean => widthPx === 1920 && heightPx === 1080;

type Rule = (measures: Measures, bytes: number) => string | undefined;

const judgePicture: Rule = (measures, bytes) => {
  if (measures.mediaType !== 'image/png' && measures.mediaType !== 'image/jpeg') {
    return 'the file is neither PNG nor JPEG';
  }
  if (!isFullHd(measures)) {
    return 'the picture is not 1920 by 1080';
  }
  return bytes > 5 * megabyte ? 'the picture exceeds 5 MB' : undefined;
};

const judgeFilm: Rule = (measures, bytes) => {
  if (measures.mediaType !== 'video/mp4') {
    return 'the file is no MP4';
  }
  if (!isFullHd(measures)) {
    return 'the film is not 1920 by 1080';
  }
  const { durationSec = 0 } = measures;
  if (![15, 20, 30].some((seconds) => Math.abs(durationSec - seconds) <= toleranceSec)) {
    return 'the film does not last 15, 20 or 30 seconds';
  }
  return bytes > 100 * megabyte ? 'the film exceeds 100 MB' : undefined;
};

const judgeTone: Rule = ({ mediaType, sampleRateHz, bitsPerSample, channels, durationSec = 0 }) => {
  if (mediaType !== 'audio/wav') {
    return 'the file is no WAV';
  }
  if ((sampleRateHz !== 8_000 && sampleRateHz !== 16_000) || bitsPerSample !== 16 || channels !== 1) {
    return 'the recording is not 16-bit mono at 8 or 16 kHz';
  }
  return durationSec >= 20 && durationSec <= 40 ? undefined : 'the recording does not last 20 to 40 seconds';
};

const rules: Readonly<Record<string, Rule>> = { image: judgePicture, video: judgeFilm, audio: judgeTone };

/** What the review will find wrong with the file itself, if anything. */
export function judgeFile(creative: JsonRecord, bytes: Buffer, sha256: string): string | undefined {
  if (sha256 !== creative['sha256']) {
    return 'the file is not the one of this sha256';
  }
  const measures = measureCreative(bytes);
  return measures
    ? rules[textAt(creative, 'kind') ?? '']?.(measures, bytes.length)
    : 'the file is of no known kind';
}
