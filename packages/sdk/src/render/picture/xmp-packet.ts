/**
 * What programs read off a file that a model had a hand in, as XMP.
 *
 * @param sourceType - A term of IPTC's, such as `trainedAlgorithmicMedia`.
 * @see https://cv.iptc.org/newscodes/digitalsourcetype/
 */
export function xmpPacket(sourceType: 'trainedAlgorithmicMedia' | 'compositeSynthetic'): Buffer {
  return Buffer.from(
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>' +
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">' +
      '<rdf:Description rdf:about="" xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/" ' +
      `Iptc4xmpExt:DigitalSourceType="http://cv.iptc.org/newscodes/digitalsourcetype/${sourceType}"/>` +
      '</rdf:RDF></x:xmpmeta><?xpacket end="r"?>',
  );
}
