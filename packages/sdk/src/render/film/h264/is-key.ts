/** Kind of a NAL unit with a picture that refers to no other (ISO/IEC 14496-10 §7.4.1). */
const instant = 5;
const lengthBytes = 4;

/** Whether a coded picture needs no other. Other units, such as an encoder's remarks, may come before its own. */
export function isKey(packet: Uint8Array): boolean {
  const view = new DataView(packet.buffer, packet.byteOffset, packet.byteLength);
  for (let at = 0; at + lengthBytes < packet.length; at += lengthBytes + view.getUint32(at)) {
    if ((view.getUint8(at + lengthBytes) & 0x1f) === instant) return true;
  }
  return false;
}
