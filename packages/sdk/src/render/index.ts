export { renderCertificate } from './render-certificate.js';
export { renderImage } from './render-image.js';
export { renderPosterPdf, renderPosterPng } from './render-poster.js';
export type { CertificateInput } from './template/certificate-input.js';
export type { ImageInput } from './template/image-input.js';
export { createImageScene } from './template/image-scene.js';
export type { PosterInput } from './template/poster-input.js';
export { createPosterScene } from './template/poster-scene.js';
