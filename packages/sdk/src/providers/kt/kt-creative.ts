import type { Bilingual } from '../../errors/index.js';
import type { ChannelPost, PostMedia } from '../channel.js';
import { type KtChannelName, ktChannels } from './kt-channels.js';

/** What one channel is given of a post. From a picture or a script, KT or its agency makes the spot. */
export type KtCreative =
  | { readonly kind: 'video' | 'image' | 'audio'; readonly media: PostMedia; readonly words: string }
  | { readonly kind: 'script'; readonly words: string };

const megabyte = 1024 * 1024;
const screen = { widthPx: 1920, heightPx: 1080 } as const;

/** [A] KT publishes no specification: these are the usual ones of local screens and IPTV spots, taken 2026-11. */
export const ktSpecs = {
  image: { ...screen, mediaTypes: ['image/png', 'image/jpeg'], mostBytes: 5 * megabyte },
  video: { ...screen, mediaTypes: ['video/mp4'], mostBytes: 100 * megabyte, seconds: [15, 20, 30] },
  /**
   * [A] 16-bit mono at 8 or 16 kHz. Twenty to forty seconds, and past sixty it is refused: business tones last some
   * twenty (2014), so the fifteen of a spot do not apply. Ring-back scripts of 20 to 30 s lie inside.
   */
  audio: {
    mediaTypes: ['audio/wav', 'audio/x-wav', 'audio/wave', 'audio/vnd.wave'],
    leastSeconds: 20,
    mostSeconds: 40,
    leastBytesPerSecond: 16_000,
    mostBytesPerSecond: 32_000,
  },
  /** [A] Characters. At most what is said in a minute; 120 fill thirty seconds at ease [M]. */
  script: { least: 10, most: 400, easy: 120 },
} as const;

/** A WAV may carry other chunks, such as a title, beside its samples. */
const mostWavOverhead = 65_536;

/**
 * An MP4 when the post has one, else the picture; a recording, else the script. Nothing when a screen would stay empty.
 */
export function chooseKtCreative(channel: KtChannelName, post: ChannelPost): KtCreative | undefined {
  if (ktChannels[channel].medium === 'line') {
    const [media] = post.audio;
    return media ? { kind: 'audio', media, words: media.text } : { kind: 'script', words: post.text };
  }
  const video = post.videos.find(({ mediaType }) =>
    ktSpecs.video.mediaTypes.some((wanted) => wanted === mediaType),
  );
  const [image] = post.images;
  if (video) return { kind: 'video', media: video, words: post.text };
  return image && { kind: 'image', media: image, words: post.text };
}

/** What of the specification the fields of a creative break. How long a film is, they do not tell. */
export function checkKtCreative(creative: KtCreative): readonly Bilingual[] {
  switch (creative.kind) {
    case 'image':
    case 'video':
      return checkScreen(creative.kind, creative.media);
    case 'audio':
      return [...checkRecording(creative.media), ...checkScript(creative.words)];
    case 'script':
      return checkScript(creative.words);
  }
}

const nouns = {
  image: { ko: '그림', en: 'The picture' },
  video: { ko: '영상', en: 'The film' },
  audio: { ko: '음원', en: 'The recording' },
} as const;

function checkScreen(kind: 'image' | 'video', media: PostMedia): readonly Bilingual[] {
  const { widthPx, heightPx, mostBytes } = ktSpecs[kind];
  const { ko, en } = nouns[kind];
  const size = `${media.widthPx ?? '?'}×${media.heightPx ?? '?'}`;
  const fits = media.widthPx === widthPx && media.heightPx === heightPx;
  const most = mostBytes / megabyte;
  return [
    ...checkMediaType(kind, media),
    ...only(
      !fits,
      `${ko} 크기가 ${size}입니다 (1920×1080이어야 합니다)`,
      `${en} is ${size} (1920×1080 wanted)`,
    ),
    ...only(media.bytes > mostBytes, `${ko} 파일이 ${most}MB를 넘습니다`, `${en} exceeds ${most} MB`),
    ...checkEmpty(kind, media),
  ];
}

/** The number of bytes bounds the length, whichever of the two rates it was recorded at. */
function checkRecording(media: PostMedia): readonly Bilingual[] {
  const { leastSeconds, mostSeconds, leastBytesPerSecond, mostBytesPerSecond } = ktSpecs.audio;
  const tooShort = media.bytes < leastSeconds * leastBytesPerSecond;
  const tooLong = media.bytes > mostSeconds * mostBytesPerSecond + mostWavOverhead;
  const wanted = `${leastSeconds}~${mostSeconds}`;
  return [
    ...checkMediaType('audio', media),
    ...only(
      tooShort,
      `음원이 너무 짧습니다 (${wanted}초)`,
      `The recording is too short (${wanted} s wanted)`,
    ),
    ...only(tooLong, `음원이 너무 깁니다 (${wanted}초)`, `The recording is too long (${wanted} s wanted)`),
  ];
}

function checkMediaType(kind: keyof typeof nouns, { mediaType }: PostMedia): readonly Bilingual[] {
  const wanted: readonly string[] = ktSpecs[kind].mediaTypes;
  const { ko, en } = nouns[kind];
  const list = wanted.join(', ');
  return only(!wanted.includes(mediaType), `${ko} 형식은 ${list}이어야 합니다`, `${en} must be ${list}`);
}

function checkEmpty(kind: keyof typeof nouns, { bytes }: PostMedia): readonly Bilingual[] {
  const { ko, en } = nouns[kind];
  return only(bytes === 0, `${ko} 파일이 비어 있습니다`, `${en} is empty`);
}

function checkScript(words: string): readonly Bilingual[] {
  const { least, most } = ktSpecs.script;
  const { length } = [...words.trim()];
  return only(
    length < least || length > most,
    `안내 멘트가 ${length}자입니다 (${least}~${most}자)`,
    `The script has ${length} characters (${least} to ${most} wanted)`,
  );
}

function only(broken: boolean, ko: string, en: string): readonly Bilingual[] {
  return broken ? [{ ko, en }] : [];
}
