import { create } from 'qrcode';
import { UserError } from '../errors/index.js';

export interface QrPath {
  /** One path of dark modules, one unit per module, without quiet zone. */
  readonly d: string;
  /** Modules on a side: 21 and up, in steps of 4. */
  readonly modules: number;
}

/**
 * The QR code of a URL as one path, error correction M. The same URL gives the same path.
 *
 * @throws {@link UserError} `USER_022` when the URL holds more than a QR code can (about 2,300 bytes).
 */
export function qrPath(url: string): QrPath {
  if (last?.url !== url) last = { url, path: makePath(url) };
  return last.path;
}

/** A layout asks for the same code at every size that is tried. */
let last: { readonly url: string; readonly path: QrPath } | undefined;

function makePath(url: string): QrPath {
  const { size, data } = createMatrix(url);
  const rows = Array.from({ length: size }, (_, y) => rowPath(data.subarray(y * size, (y + 1) * size), y));
  return { d: rows.join(''), modules: size };
}

function createMatrix(url: string): { size: number; data: Uint8Array } {
  try {
    return create(url, { errorCorrectionLevel: 'M' }).modules;
  } catch (error) {
    throw new UserError('USER_022', { what: 'QR' }, { cause: error });
  }
}

function rowPath(row: Uint8Array, y: number): string {
  return Array.from(row.join('').matchAll(/1+/g), ({ index, 0: run }) => {
    return `M${index} ${y}h${run.length}v1h-${run.length}z`;
  }).join('');
}
