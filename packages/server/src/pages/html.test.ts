import { describe, expect, it } from 'vitest';
import { html } from './html.js';

describe('html', () => {
  it('escapes text wherever it is put', () => {
    const text = `"><script>alert('1')</script>&`;

    const { markup } = html`<a title="${text}">${text}</a>`;

    const escaped = '&quot;&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&amp;';
    expect(markup).toBe(`<a title="${escaped}">${escaped}</a>`);
  });

  it('escapes once, however deep it is nested', () => {
    const items = ['<b>', '&amp;'].map((text) => html`<li>${text}</li>`);

    expect(html`<ul>${items}</ul>`.markup).toBe('<ul><li>&lt;b&gt;</li><li>&amp;amp;</li></ul>');
  });

  it('leaves out what is not there, and keeps a zero', () => {
    expect(html`${undefined}${false}${0}`.markup).toBe('0');
  });
});
