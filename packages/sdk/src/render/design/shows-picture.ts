import { type Format, frameOf } from './frame.js';
import type { Layer, Template } from './template-schema.js';

/** Whether a template has room for a photograph, in this format or, without one, in any. */
export function showsPicture({ layouts }: Template, format?: Format): boolean {
  const own: readonly (readonly Layer[])[] = format
    ? [layouts[frameOf(format).layout]]
    : Object.values(layouts);
  return own.some((layers) => layers.some((layer) => 'picture' in layer));
}
