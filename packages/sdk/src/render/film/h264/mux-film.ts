import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Mp4OutputFormat,
  Output,
} from 'mediabunny';
import { BugError } from '../../../errors/index.js';
import type { PixelSize } from '../../scene/paint-svg.js';
import { framesPerSecond } from '../film-format.js';
import { type FilmSound, samplesPerPacket } from '../film-sound.js';
import { clearDates } from './clear-dates.js';
import { filmComment, withFilmMark } from './film-mark.js';
import type { CodedVideo } from './video-encoder.js';

/** As the colours were converted: BT.709 within 16 to 235. */
const colorSpace = { primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false } as const;

interface MuxOptions {
  /** @defaultValue none */
  readonly sound?: FilmSound | undefined;
  /** A model had a hand in the pictures. @defaultValue false */
  readonly painted?: boolean;
}

/** Coded pictures one after the other in an MP4 that can be shown while it is still being loaded. Undated. */
export async function muxFilm(
  parts: readonly CodedVideo[],
  { widthPx, heightPx }: PixelSize,
  { sound, painted = false }: MuxOptions = {},
): Promise<Uint8Array> {
  const { description, codec } = requireAlike(parts);
  const target = new BufferTarget();
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target });
  const source = new EncodedVideoPacketSource('avc');
  output.addVideoTrack(source, { frameRate: framesPerSecond });
  const speech = sound && addSound(output, sound);
  const comment = filmComment({ voice: sound !== undefined, clip: painted });
  if (comment !== undefined) output.setMetadataTags({ comment });
  await output.start();
  const config = { codec, codedWidth: widthPx, codedHeight: heightPx, description, colorSpace };
  const packets = parts.flatMap((part) => part.packets);
  for (const [index, { bytes, key }] of packets.entries()) {
    const at = index / framesPerSecond;
    const packet = new EncodedPacket(bytes, key ? 'key' : 'delta', at, 1 / framesPerSecond, index);
    await source.add(packet, { decoderConfig: config });
  }
  await speech?.();
  await output.finalize();
  if (!target.buffer) throw new BugError('BUG_001', { reason: 'a film was not written' });
  const film = clearDates(new Uint8Array(target.buffer));
  return painted ? withFilmMark(film) : film;
}

/** A track of it, and what fills the track once the film has begun. */
function addSound(output: Output, { sampleRateHz, description, packets }: FilmSound): () => Promise<void> {
  const source = new EncodedAudioPacketSource('aac');
  output.addAudioTrack(source);
  const config = { codec: 'mp4a.40.2', sampleRate: sampleRateHz, numberOfChannels: 1, description };
  const length = samplesPerPacket / sampleRateHz;
  return async () => {
    for (const [index, bytes] of packets.entries()) {
      const packet = new EncodedPacket(bytes, 'key', index * length, length, index);
      await source.add(packet, { decoderConfig: config });
    }
    source.close();
  };
}

/** A film tells its players once what they must know. */
function requireAlike([first, ...others]: readonly CodedVideo[]): CodedVideo {
  if (first && others.every(({ description }) => Buffer.compare(description, first.description) === 0))
    return first;
  throw new BugError('BUG_001', { reason: 'the parts of a film were coded differently' });
}
