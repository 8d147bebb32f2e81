import { paintPdf } from './scene/paint-pdf.js';
import type { CertificateInput } from './template/certificate-input.js';
import { createCertificateScene } from './template/certificate-scene.js';

/**
 * Draws the certificate of a draw as a PDF of one A4 page, fonts embedded, text selectable.
 *
 * @param drawnAt - Goes into the file's properties, so that the same draw is the same file
 * @throws {@link UserError} `USER_022` when the texts do not fit even at their smallest sizes.
 */
export async function renderCertificate(input: CertificateInput, drawnAt: Date): Promise<Uint8Array> {
  return await paintPdf(createCertificateScene(input), drawnAt);
}
