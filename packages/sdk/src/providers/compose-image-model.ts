import { ProviderError } from '../errors/index.js';
import { readPicture } from '../render/picture/read-picture.js';
import type { ImageModel, PaintRequest } from './image-model.js';
import type { MediaRate } from './media-rate.js';
import type { ProviderOptions } from './provider-options.js';

/** What adapters of image models are made of, beside their credentials. */
export interface ImageModelOptions extends ProviderOptions {
  readonly model: string;
  readonly rate: MediaRate;
}

interface Parts extends Pick<ImageModelOptions, 'model' | 'mode' | 'policy' | 'rate'> {
  readonly provider: string;
  /** True when painting again costs nothing. */
  readonly repeatable: boolean;
  /** One call: the bytes of the picture as they came. */
  readonly ask: (request: PaintRequest, signal: AbortSignal) => Promise<Uint8Array>;
}

/** Longest of a side: what a model of today paints at most, with room. A larger one would only fill the memory. */
const mostPx = 4_096;

/** What all image models share: a price for each picture, and bytes that are one. */
export function composeImageModel({ provider, model, mode, policy, rate, ...parts }: Parts): ImageModel {
  return {
    provider,
    model,
    mode,
    priceKrw: rate.krw,
    price: { source: rate.source, date: rate.date },
    paint: (request, signal) =>
      policy(async (signal) => requireWhole(await parts.ask(request, signal), provider), {
        signal,
        repeatable: parts.repeatable,
      }),
  };
}

/** @throws ProviderError `PROVIDER_004`: whatever else it is, it is paid for */
function requireWhole(bytes: Uint8Array, provider: string): Uint8Array {
  const unusable = (reason: string) => new ProviderError('PROVIDER_004', { provider, reason });
  const picture = readPicture(bytes);
  if (!picture) throw unusable('neither PNG nor JPEG');
  const { widthPx, heightPx } = picture;
  if (Math.min(widthPx, heightPx) < 1 || Math.max(widthPx, heightPx) > mostPx)
    throw unusable(`a picture of ${widthPx}×${heightPx}`);
  if (!endsWhole(bytes)) throw unusable('a picture that was cut short');
  return bytes;
}

/** The last chunk of a PNG and the last marker of a JPEG; some servers pad behind them. */
function endsWhole(bytes: Uint8Array): boolean {
  const tail = Buffer.from(bytes.subarray(-64));
  return bytes[0] === 0x89 ? tail.includes('IEND') : tail.includes(Buffer.from([0xff, 0xd9]));
}

/** @throws ProviderError `PROVIDER_004` for text that is not Base64 */
export function fromBase64(text: string, provider: string): Uint8Array {
  if (/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return Buffer.from(text, 'base64');
  throw new ProviderError('PROVIDER_004', { provider, reason: 'a picture that is not Base64' });
}
