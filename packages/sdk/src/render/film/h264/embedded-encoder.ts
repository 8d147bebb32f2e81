import { setImmediate } from 'node:timers/promises';
import wasm from 'h264-mp4-encoder';
import { framesPerSecond } from '../film-format.js';
import { readPackets } from './read-packets.js';
import { addStillPackets, requireKnownStream } from './still-packets.js';
import type { VideoEncoder } from './video-encoder.js';

/** Of 10 to 51, least loss first: letters keep their edges, and fifteen seconds take some two megabytes. */
const quantizationParameter = 26;
/** Pictures from one key to the next. */
const groupOfPictures = 60;
/** The fastest. Slower ones make smaller files of moving pictures, hardly of letters. */
const speed = 10;

/**
 * The encoder that comes along, H.264 Baseline: WebAssembly, so the same pictures give the same bytes everywhere.
 * It takes the processor for itself: call it in a thread of its own.
 */
export function createEmbeddedEncoder(): VideoEncoder {
  return {
    name: 'h264-mp4-encoder',
    async encode(pictures, { widthPx: width, heightPx: height }) {
      const encoder = await wasm.createH264MP4Encoder();
      Object.assign(encoder, { width, height, frameRate: framesPerSecond });
      Object.assign(encoder, { quantizationParameter, groupOfPictures, speed });
      encoder.initialize();
      const frames: number[] = [];
      for await (const picture of pictures) {
        encoder.addFrameYuv(picture.yuv);
        frames.push(picture.frames);
        await setImmediate(); // or what the encoder has copied is never freed
      }
      encoder.finalize();
      const coded = await readPackets(encoder.FS.readFile(encoder.outputFilename));
      encoder.delete();
      requireKnownStream(coded.description);
      const size = { widthPx: width, heightPx: height };
      return { ...coded, packets: addStillPackets(coded.packets, frames, size) };
    },
  };
}
