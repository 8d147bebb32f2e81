import { ALL_FORMATS, BufferSource, EncodedPacketSink, Input } from 'mediabunny';
import { BugError } from '../../../errors/index.js';
import { isKey } from './is-key.js';
import type { CodedVideo, Packet } from './video-encoder.js';

/** Takes the coded pictures out of a film file, in order. @throws BugError `BUG_001` when it holds no H.264. */
export async function readPackets(file: Uint8Array): Promise<CodedVideo> {
  const input = new Input({ formats: ALL_FORMATS, source: new BufferSource(file) });
  const track = await input.getPrimaryVideoTrack();
  const config = await track?.getDecoderConfig();
  const description = config?.description;
  if (!track || !config || !(description instanceof Uint8Array)) {
    throw new BugError('BUG_001', { reason: 'an encoder wrote no H.264' });
  }
  const packets: Packet[] = [];
  for await (const { data } of new EncodedPacketSink(track).packets()) {
    packets.push({ bytes: Uint8Array.from(data), key: isKey(data) });
  }
  return { description: Uint8Array.from(description), codec: config.codec, packets };
}
