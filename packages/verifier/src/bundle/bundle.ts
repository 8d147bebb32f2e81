import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

/** `src/bundle` and `dist/bundle` are equally deep, so one address serves both. */
const folder = new URL('../../', import.meta.url);

export interface Bundle {
  /** The checks and the page around them, as one module. Nothing is shortened: whoever wants to read it can. */
  readonly script: string;
  /** The same as one file that needs no network and no server. */
  readonly page: string;
}

/** Makes what browsers get of this package. */
export function bundle(): Bundle {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('src/page/verify.ts', folder))],
    bundle: true,
    write: false,
    format: 'esm',
    // The browsers of phones that are still about.
    target: ['chrome100', 'firefox100', 'safari15.4'],
    legalComments: 'inline',
    charset: 'utf8',
  });
  const script = outputFiles[0]?.text ?? '';
  return { script, page: toPage(script) };
}

function toPage(script: string): string {
  const style = `${read('assets/verify.css')}\n${read('assets/checks.css')}`;
  const safe = script.replaceAll('</script', '<\\/script');
  return read('assets/verify.html')
    .replace('{{script-hash}}', hashOf(safe))
    .replace('{{style-hash}}', hashOf(style))
    .replace('{{style}}', () => style)
    .replace('{{script}}', () => safe);
}

const read = (path: string): string => readFileSync(new URL(path, folder), 'utf8');

const hashOf = (text: string): string => `sha256-${createHash('sha256').update(text).digest('base64')}`;
