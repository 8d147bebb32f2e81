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
const longestText = 2_000;
/** From memory: the list is not in the public page. */
const sampleRatesHz = [8_000, 16_000, 24_000, 48_000];

function refuse(errorCode: string, errorMessage: string): never {
  throw new Refusal(jsonResponse(400, { errorCode, errorMessage }));
}

function readLevel(form: URLSearchParams, name: string, wrongType: string, outOfRange: string): number {
  const value = Number(form.get(name) ?? '0');
  if (!Number.isInteger(value)) {
    refuse(wrongType, `${name} is not an integer`);
  }
  if (value < -5 || value > 5) {
    refuse(outOfRange, `${name} is not within -5 and 5`);
  }
  return value;
}

function readText(form: URLSearchParams): string {
  const text = form.get('text') ?? '';
  if (text.trim() === '') {
    refuse('VS05', 'text parameter is missing');
  }
  if ([...text].length > longestText) {
    refuse('VS06', `text is longer than ${longestText} characters`);
  }
  return text;
}

function readFormat(form: URLSearchParams): 'mp3' | 'wav' {
  const format = form.get('format') ?? 'mp3';
  return format === 'mp3' || format === 'wav' ? format : refuse('VS10', 'format must be mp3 or wav');
}

function readSpeaker(form: URLSearchParams): string {
  const speaker = form.get('speaker') ?? '';
  if (speaker === '') {
    refuse('VS01', 'speaker parameter is missing');
  }
  return speakers.includes(speaker) ? speaker : refuse('VS02', 'speaker is unknown');
}

/** Reads the form in the order in which the real service complains. */
export function readVoiceRequest(form: URLSearchParams): VoiceRequest {
  const sampleRateHz = Number(form.get('sampling-rate') ?? '24000');
  const request = {
    speaker: readSpeaker(form),
    speed: readLevel(form, 'speed', 'VS03', 'VS04'),
    text: readText(form),
    volume: readLevel(form, 'volume', 'VS07', 'VS07'),
    pitch: readLevel(form, 'pitch', 'VS08', 'VS08'),
    format: readFormat(form),
    sampleRateHz,
  };
  return sampleRatesHz.includes(sampleRateHz) ? request : refuse('VS11', 'sampling-rate is not supported');
}
