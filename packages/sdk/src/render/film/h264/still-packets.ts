import { BugError } from '../../../errors/index.js';
import type { PixelSize } from '../../scene/paint-svg.js';
import { createBits } from './bits.js';
import type { Packet } from './video-encoder.js';

/** Kind of a NAL unit with a picture that refers to another. */
const predicted = 1;
/** Frames are numbered with five bits: `log2_max_frame_num_minus4` is 1. */
const frameNumbers = 32;
const lengthBytes = 4;
const macroblockPx = 16;

/**
 * What h264-mp4-encoder 1.0.12 writes before its pictures at speed 10: pictures in order of coding, one to refer to,
 * no deblocking. Only such a stream can be added to here. Read off its output, 2026-11.
 */
const knownParameters = { picture: '68ce3c80', sequence: /^67420028a680/ } as const;

/**
 * Gives every picture of the encoder as many frames as it stays. The further ones say "as before" and nothing else: a
 * dozen bytes that need no encoder, where it would take as long for a still picture as for one that moves.
 *
 * @param packets - One for each picture, as h264-mp4-encoder writes them.
 * @param frames - How many frames each stays, 1 at least.
 * @see ISO/IEC 14496-10 §7.3.3 (slice header), §7.3.4 (`mb_skip_run`), §7.4.3 (`frame_num`)
 */
export function addStillPackets(
  packets: readonly Packet[],
  frames: readonly number[],
  { widthPx, heightPx }: PixelSize,
): Packet[] {
  const macroblocks = Math.ceil(widthPx / macroblockPx) * Math.ceil(heightPx / macroblockPx);
  let number = 0;
  return packets.flatMap((packet, index) => {
    number = packet.key ? 0 : number + 1;
    const stills = Array.from({ length: (frames[index] ?? 1) - 1 }, (_, still) =>
      stillPacket(number + still + 1, macroblocks),
    );
    const numbered = renumbered(packet, number);
    number += stills.length;
    return [numbered, ...stills];
  });
}

/** @throws BugError `BUG_001` when the stream is not one that {@link addStillPackets} knows. */
export function requireKnownStream(description: Uint8Array): void {
  const hex = Buffer.from(description).toString('hex');
  const sequence = hex.slice(hex.indexOf('67'));
  if (knownParameters.sequence.test(sequence) && hex.endsWith(knownParameters.picture)) return;
  throw new BugError('BUG_001', { reason: 'the H.264 encoder writes another kind of stream' });
}

/** A number has the last five bits of the byte after the NAL unit's: a one for each of three zeros comes before. */
function renumbered({ bytes, key }: Packet, number: number): Packet {
  if (key) return { bytes, key };
  const slice = bytes[lengthBytes + 1] ?? 0;
  if (((bytes[lengthBytes] ?? 0) & 0x1f) !== predicted || slice >> 5 !== 0b111) {
    throw new BugError('BUG_001', { reason: 'the H.264 encoder writes another kind of slice' });
  }
  const renamed = Uint8Array.from(bytes);
  renamed[lengthBytes + 1] = 0b1110_0000 | (number % frameNumbers);
  return { bytes: renamed, key };
}

/** A picture in which every macroblock is that of the picture before. */
function stillPacket(number: number, macroblocks: number): Packet {
  const bits = createBits();
  bits.putCount(0); // first_mb_in_slice
  bits.putCount(0); // slice_type: P
  bits.putCount(0); // pic_parameter_set_id
  bits.put(number % frameNumbers, 5); // frame_num
  bits.put(0, 3); // num_ref_idx_active_override_flag, ref_pic_list_modification_flag_l0, adaptive_ref_pic_marking_mode_flag
  bits.putCount(0); // slice_qp_delta
  bits.putCount(1); // disable_deblocking_filter_idc: off
  bits.putCount(macroblocks); // mb_skip_run
  const slice = bits.end();
  const unit = Uint8Array.of(0, 0, 0, slice.length + 1, 0x61, ...slice);
  return { bytes: unit, key: false };
}
