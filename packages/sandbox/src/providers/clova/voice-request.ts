import { jsonResponse, Refusal } from '../../response.js';

export interface VoiceRequest {
  readonly speaker: string;
  readonly text: string;
  readonly volume: number;
  readonly speed: number;
  readonly pitch: number;
  readonly format: 'mp3' | 'wav';
  readonly sampleRateHz: number;
}

/** Some of the speakers on the console's list. */
const speakers = [
  'nara',
  'nminsang',
  'nhajun',
  'ndain',
  'njiyun',
  'nsujin',
  'njinho',
  'nyejin',
  'mijin',
  'jinho',
];
/** Of Korean text; 3,000 of English, which is not told apart here. */
const longestText = 2_000;
const sampleRatesHz = [8_000, 16_000, 24_000, 48_000];
const defaultSampleRateHz = 24_000;
/** This speaker has one rate only. */
const onlyRateHz: Readonly<Record<string, number>> = { mijin: 16_000 };

/** Source of VS01 to VS09 and of the ranges: api.ncloud-docs.com, read 2026-11-21. From VS10 on: from memory [M]. */
const messages = {
  VS01: 'speaker parameter is needed.',
  VS02: 'Unsupported speaker.',
  VS03: 'Speed parameter is needed.',
  VS04: 'Unsupported speed.',
  VS05: 'text parameter is needed.',
  VS06: 'text parameter exceeds max length.',
  VS07: 'Unsupported volume.',
  VS08: 'Unsupported pitch.',
  VS09: 'Unsupported alpha.',
  VS10: 'Unsupported format.',
  VS11: 'Unsupported sampling-rate.',
  VS12: 'Unsupported emotion.',
  VS13: 'Unsupported emotion-strength.',
  VS14: 'Unsupported end-pitch.',
} as const;

type VoiceError = keyof typeof messages;

function refuse(errorCode: VoiceError): never {
  throw new Refusal(jsonResponse(400, { errorCode, errorMessage: messages[errorCode] }));
}

interface Scale {
  readonly name: string;
  readonly from: number;
  readonly to: number;
  readonly errorCode: VoiceError;
}

/**
 * The documentation of 2026-04 lets speed go on to 10, the one before it ends at 5: what both allow passes here, so that
 * a client that keeps to it is right with either.
 */
const scales = {
  speed: { name: 'speed', from: -5, to: 5, errorCode: 'VS04' },
  volume: { name: 'volume', from: -5, to: 5, errorCode: 'VS07' },
  pitch: { name: 'pitch', from: -5, to: 5, errorCode: 'VS08' },
  alpha: { name: 'alpha', from: -5, to: 5, errorCode: 'VS09' },
  emotion: { name: 'emotion', from: 0, to: 3, errorCode: 'VS12' },
  emotionStrength: { name: 'emotion-strength', from: 0, to: 2, errorCode: 'VS13' },
  endPitch: { name: 'end-pitch', from: -5, to: 5, errorCode: 'VS14' },
} as const satisfies Record<string, Scale>;

/** A whole number within its scale; 0 when it is left out. */
function readLevel(form: URLSearchParams, { name, from, to, errorCode }: Scale): number {
  const text = form.get(name) ?? '0';
  const value = Number(text);
  return /^-?\d+$/.test(text) && value >= from && value <= to ? value : refuse(errorCode);
}

function readSpeed(form: URLSearchParams): number {
  return form.get('speed') === '' ? refuse('VS03') : readLevel(form, scales.speed);
}

function readText(form: URLSearchParams): string {
  const text = form.get('text') ?? '';
  if (text.trim() === '') {
    refuse('VS05');
  }
  return [...text].length > longestText ? refuse('VS06') : text;
}

function readFormat(form: URLSearchParams): 'mp3' | 'wav' {
  const format = form.get('format') ?? 'mp3';
  return format === 'mp3' || format === 'wav' ? format : refuse('VS10');
}

function readSpeaker(form: URLSearchParams): string {
  const speaker = form.get('speaker') ?? '';
  if (speaker === '') {
    refuse('VS01');
  }
  return speakers.includes(speaker) ? speaker : refuse('VS02');
}

function readSampleRate(form: URLSearchParams, speaker: string): number {
  const only = onlyRateHz[speaker];
  const sampleRateHz = Number(form.get('sampling-rate') ?? only ?? defaultSampleRateHz);
  const allowed = only === undefined ? sampleRatesHz : [only];
  return allowed.includes(sampleRateHz) ? sampleRateHz : refuse('VS11');
}

/** Reads the form in the order of the codes; in which order the real service complains is not published [A]. */
export function readVoiceRequest(form: URLSearchParams): VoiceRequest {
  const speaker = readSpeaker(form);
  const request = {
    speaker,
    speed: readSpeed(form),
    text: readText(form),
    volume: readLevel(form, scales.volume),
    pitch: readLevel(form, scales.pitch),
  };
  readLevel(form, scales.alpha);
  const format = readFormat(form);
  const sampleRateHz = readSampleRate(form, speaker);
  readLevel(form, scales.emotion);
  readLevel(form, scales.emotionStrength);
  readLevel(form, scales.endPitch);
  return { ...request, format, sampleRateHz };
}
