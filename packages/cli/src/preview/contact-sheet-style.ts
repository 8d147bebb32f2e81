import { createHash } from 'node:crypto';
import { html, type Markup } from '@kt-event/server';

/** Two sets of colours, each of 4.5:1 and more. */
const style = `
:root{color-scheme:light dark;--ground:#f4f4f1;--card:#fff;--ink:#1d1f1e;--soft:#555b58;--line:#d9dad5;--tag:#e6e9e4;--bad:#a3123f;--bad-ground:#fdeef1;--warn:#7a4b00;--warn-ground:#fdf3dd;--link:#0b5394}
@media (prefers-color-scheme:dark){:root{--ground:#141615;--card:#1e2120;--ink:#eef0ee;--soft:#b3bab6;--line:#363b38;--tag:#2c312e;--bad:#ffb3c2;--bad-ground:#3a1620;--warn:#f6d08a;--warn-ground:#352a12;--link:#9cc9ff}}
*{box-sizing:border-box}
body{margin:0;background:var(--ground);color:var(--ink);font:16px/1.6 Pretendard,"Apple SD Gothic Neo","Malgun Gothic","Noto Sans KR",system-ui,sans-serif;word-break:keep-all;overflow-wrap:anywhere}
header,main{max-width:1200px;margin:0 auto;padding:20px 16px}
h1{margin:0;font-size:clamp(1.5rem,5vw,2.25rem);line-height:1.25}
h2{margin:40px 0 12px;font-size:1.35rem}
h3{margin:0;padding:12px 16px;font-size:.95rem}
p{margin:8px 0}
a{color:var(--link)}
.store{margin:0;color:var(--soft)}
nav ul{display:flex;flex-wrap:wrap;gap:4px 16px;margin:12px 0 0;padding:0;list-style:none}
nav a{display:inline-block;padding:8px 0}
.sheet{display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,300px),1fr));gap:16px;align-items:start}
article{overflow:hidden;border:1px solid var(--line);border-radius:12px;background:var(--card)}
img,video{display:block;width:100%;height:auto;max-height:560px;object-fit:contain;background:var(--tag)}
audio{display:block;width:100%}
article>p,dl{padding:0 16px}
.words{max-height:420px;overflow:auto;padding:4px 16px;border-block:1px solid var(--line)}
.words p{white-space:pre-wrap}
.tags{display:flex;flex-wrap:wrap;gap:6px}
.tag{padding:2px 10px;border-radius:999px;background:var(--tag);font-size:.8125rem;font-weight:600}
dl{display:grid;gap:2px;margin:8px 0 14px;font-size:.875rem}
dl div{display:flex;justify-content:space-between;gap:12px}
dt{color:var(--soft)}
dd{margin:0;font-variant-numeric:tabular-nums;text-align:right}
.findings{margin:0 0 8px;padding:0;list-style:none;font-size:.9375rem}
article .findings{margin:0 16px 14px}
.findings li{margin:0 0 8px;padding:10px 14px;border-radius:8px;background:var(--tag)}
.findings .error{background:var(--bad-ground);color:var(--bad)}
.findings .warn{background:var(--warn-ground);color:var(--warn)}
.findings small{display:block}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}
@media print{article{break-inside:avoid}nav{display:none}}
`;

const styleHash = `'sha256-${createHash('sha256').update(style).digest('base64')}'`;

/** Nothing but this style and the sheet's own files: no script, no form, no other page around it. */
export function sheetPolicy(files: "'self'" | 'data:'): string {
  return `default-src 'none'; style-src ${styleHash}; img-src ${files === 'data:' ? files : `${files} data:`}; media-src ${files}; base-uri 'none'; form-action 'none'`;
}

export const sheetStyle: Markup = { markup: `<style>${style}</style>` };

/** For a file, which no server sends headers with. */
export const policyInPage = (): Markup =>
  html`<meta http-equiv="content-security-policy" content="${sheetPolicy('data:')}">
${sheetStyle}`;
