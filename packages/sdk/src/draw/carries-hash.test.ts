import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { carriesHash } from './carries-hash.js';

const hash = '0f'.repeat(32);
const grouped = (hash.match(/.{4}/g) ?? []).join(' ');

describe('a page that shows a hash', () => {
  it.each([
    ['in a line', `<p>약속 지문(SHA-256): ${hash}</p>`],
    ['in capitals', hash.toUpperCase()],
    ['in fours', `<code>${grouped}</code>`],
    ['broken by an editor', `<span>${hash.slice(0, 30)}</span>\u200b<span>${hash.slice(30)}</span>`],
    ['after something hidden', `<head><title>글</title></head><script>1</script><!-- x --><b>${hash}</b>`],
    ['below a header', `<header>${hash}</header>`],
  ])('does so %s', (_, page) => expect(carriesHash(page, hash)).toBe(true));

  it.each([
    ['by its first 16 digits', hash.slice(0, 16)],
    ['without one digit', hash.slice(1)],
    ['with another digit', `${hash.slice(0, 40)}a${hash.slice(41)}`],
    ['in a script', `<script>const a = '${hash}'</script>`],
    ['in a comment', `<!-- ${hash} -->`],
    ['in an attribute', `<p data-a="${hash}">없음</p>`],
    ['in what is never closed', `<style>${hash}`],
  ])('does not do so %s', (_, page) => expect(carriesHash(page, hash)).toBe(false));

  const marks = fc.array(fc.constantFrom('', ' ', '\n', '<b>', '&nbsp;', '\u200b'), { maxLength: 64 });
  test.prop([fc.string({ unit: 'binary', maxLength: 200 }), marks])(
    'is found in whatever text, however it is broken',
    (text, breaks) => {
      const plain = text.replaceAll('<', '');
      const broken = [...hash].map((digit, no) => `${digit}${breaks[no] ?? ''}`).join('');

      expect(carriesHash(`${plain}<p>${broken}</p>${plain}`, hash)).toBe(true);
    },
  );

  it('costs no more when a page opens a million things and closes none', () => {
    expect(carriesHash(`${'<script '.repeat(1_000_000)}${hash}`, hash)).toBe(false);
    expect(carriesHash(`${'<'.repeat(1_000_000)}<p>${hash}`, hash)).toBe(true);
  });
});
