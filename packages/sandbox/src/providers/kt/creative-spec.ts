import { isRecord, type JsonRecord, textAt } from '../../json.js';
import type { ProblemError } from '../../problem.js';

/** Assumed: KT publishes no creative specification for these products. */
export type KtChannel = 'WOORIDONGNE_TV' | 'GENIE_TV_AD' | 'RINGO_BIZ';

type Check = (creative: JsonRecord) => readonly (readonly [field: string, message: string])[];

const megabyte = 1024 * 1024;

const within = (value: unknown, least: number, most: number): boolean =>
  typeof value === 'number' && value >= least && value <= most;

/** Checks a declared number only when it is declared: the file itself is looked at in the review. */
const isUndeclaredOr = (value: unknown, holds: (value: unknown) => boolean): boolean =>
  value === undefined || holds(value);

const checkFile: Check = (creative) => [
  ...(/^https?:\/\/\S+$/.test(textAt(creative, 'url') ?? '')
    ? []
    : [['url', 'must be an http(s) address'] as const]),
  ...(/^[0-9a-f]{64}$/.test(textAt(creative, 'sha256') ?? '')
    ? []
    : [['sha256', 'must be 64 hexadecimal digits'] as const]),
];

const checkFullHd: Check = ({ width, height }) =>
  width === 1920 && height === 1080 ? [] : [['width', 'must be 1920 by 1080']];

const checkBytes =
  (mostMegabytes: number): Check =>
  ({ bytes }) =>
    isUndeclaredOr(bytes, (value) => within(value, 1, mostMegabytes * megabyte))
      ? []
      : [['bytes', `must be at most ${mostMegabytes} MB`]];

const checkPictureType: Check = ({ mediaType }) =>
  isUndeclaredOr(mediaType, (value) => value === 'image/jpeg' || value === 'image/png')
    ? []
    : [['mediaType', 'must be image/jpeg or image/png']];

const checkSpotLength: Check = ({ durationSec }) =>
  isUndeclaredOr(durationSec, (value) => [15, 20, 30].some((seconds) => seconds === value))
    ? []
    : [['durationSec', 'must be 15, 20 or 30 seconds']];

const checkBroadcast: Check = ({ fps, loudnessLkfs }) => [
  ...(isUndeclaredOr(fps, (value) => within(value, 29.9, 30)) ? [] : [['fps', 'must be 29.97'] as const]),
  ...(isUndeclaredOr(loudnessLkfs, (value) => within(value, -26, -22))
    ? []
    : [['loudnessLkfs', 'must be -24 within 2'] as const]),
];

const checkRingTone: Check = ({ durationSec, sampleRateHz, channels }) => [
  ...(isUndeclaredOr(durationSec, (value) => within(value, 20, 40))
    ? []
    : [['durationSec', 'must be 20 to 40 seconds'] as const]),
  ...(isUndeclaredOr(sampleRateHz, (value) => value === 8_000 || value === 16_000)
    ? []
    : [['sampleRateHz', 'must be 8000 or 16000'] as const]),
  ...(isUndeclaredOr(channels, (value) => value === 1) ? [] : [['channels', 'must be mono'] as const]),
];

/** Words a speaker can say in a minute at most; assumed. */
const checkScript: Check = (creative) => {
  const { length } = [...(textAt(creative, 'script') ?? textAt(creative, 'text') ?? '').trim()];
  return length >= 10 && length <= 400 ? [] : [['script', 'must have 10 to 400 characters']];
};

const picture = [checkFile, checkFullHd, checkBytes(5), checkPictureType];
const spot = [checkFile, checkFullHd, checkSpotLength, checkBytes(100)];

const specs: Readonly<Record<KtChannel, Readonly<Record<string, readonly Check[]>>>> = {
  WOORIDONGNE_TV: { image: picture, video: spot },
  /** An image is the storyboard from which the spot is made. */
  GENIE_TV_AD: { image: picture, video: [...spot, checkBroadcast] },
  /** A script alone is recorded by the operator; a recording carries its script for the review. */
  RINGO_BIZ: { audio: [checkFile, checkRingTone, checkScript], script: [checkScript] },
};

export function isKtChannel(value: unknown): value is KtChannel {
  return typeof value === 'string' && Object.hasOwn(specs, value);
}

/** What the declared fields of a creative break in the specification of its channel. */
export function checkCreative(channel: KtChannel, creative: unknown): readonly ProblemError[] {
  if (!isRecord(creative)) {
    return [{ field: 'creative', message: 'is required' }];
  }
  const spec = specs[channel][textAt(creative, 'kind') ?? ''];
  if (!spec) {
    const kinds = Object.keys(specs[channel]).join(' or ');
    return [{ field: 'creative.kind', message: `must be ${kinds}` }];
  }
  return spec
    .flatMap((check) => check(creative))
    .map(([field, message]) => ({ field: `creative.${field}`, message }));
}
