export { renderCertificate } from './render-certificate.js';
export type { CertificateInput } from './template/certificate-input.js';
export type { ImageInput } from './template/image-input.js';
export type { PosterInput } from './template/poster-input.js';
export type { Drawing, Drawn } from './thread/drawing.js';
export { openRenderer, type Renderer } from './thread/open-renderer.js';
