import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { browserFiles } from '../files.js';
import { bundle } from './bundle.js';

const { script, page } = bundle();

describe('what browsers get', () => {
  it('is made of the present source: `node scripts/bundle.mjs` makes it again', () => {
    expect(readFileSync(browserFiles.script, 'utf8') === script).toBe(true);
    expect(readFileSync(browserFiles.page, 'utf8') === page).toBe(true);
  });

  it('asks nobody for anything: no import, no address, no evaluation of text', () => {
    expect(script).not.toMatch(/^import /m);
    expect(script).not.toMatch(
      /\beval\(|new Function|innerHTML|outerHTML|insertAdjacentHTML|document\.write/,
    );
    expect(page.match(/(?:src|href)=/g)).toBeNull();
  });

  it('allows exactly its own script and style', () => {
    const [, code = ''] = /<script type="module">(.*)<\/script>/s.exec(page) ?? [];
    const [, style = ''] = /<style>(.*?)<\/style>/s.exec(page) ?? [];
    const [, policy = ''] = /Content-Security-Policy" content="([^"]*)"/.exec(page) ?? [];
    const hashes = [code, style].map((text) => createHash('sha256').update(text).digest('base64'));

    expect(policy).toBe(
      `default-src 'none'; script-src 'sha256-${hashes[0]}'; style-src 'sha256-${hashes[1]}'; ` +
        `base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'`,
    );
  });
});
