/** From 320 px up. Contrast is at least 4.5 : 1 in light and dark. */
export const handOffStyle = `
:root { color-scheme: light dark; --line: #767b85; --accent: #00702f; --warn: #fff3d6; }
@media (prefers-color-scheme: dark) {
  :root { --line: #8b919c; --accent: #7ddc9f; --warn: #3d3110; }
}
* { box-sizing: border-box; }
body { margin: 0; font: 16px/1.6 system-ui, 'Apple SD Gothic Neo', 'Malgun Gothic', sans-serif; }
main { max-width: 720px; margin: 0 auto; padding: 16px; overflow-wrap: anywhere; word-break: keep-all; }
h1 { font-size: 1.5rem; line-height: 1.3; }
.steps { padding: 0; list-style: none; counter-reset: step; }
.steps > li { counter-increment: step; margin: 0 0 28px; }
.steps > li > h2 { font-size: 1.15rem; margin: 0 0 8px; }
.steps > li > h2::before { content: counter(step) '. '; }
.notice { background: var(--warn); border-radius: 8px; padding: 12px; }
/* Always dark on light: a browser copies the colour of selected text along. */
.card { color-scheme: light; background: #f4f5f7; color: #16181d; border: 1px solid var(--line); border-radius: 8px; padding: 12px; }
.card h2 { font-size: 1.1rem; margin: 0 0 8px; }
.card ul { padding-left: 1.25em; }
.hint { font-size: 0.9rem; }
button, .button { display: inline-block; min-height: 44px; padding: 8px 16px; border: 2px solid var(--accent);
  border-radius: 8px; background: transparent; color: var(--accent); font: inherit; font-weight: 700;
  text-decoration: none; cursor: pointer; }
[hidden] { display: none; }
button:focus-visible, .button:focus-visible { outline: 3px solid currentColor; outline-offset: 2px; }
#said:empty { display: none; }
#said { font-weight: 700; }
.pictures { display: grid; gap: 12px; grid-template-columns: repeat(auto-fill, minmax(min(200px, 100%), 1fr)); }
figure { margin: 0; }
img { display: block; width: 100%; border: 1px solid var(--line); border-radius: 8px; }
`;
