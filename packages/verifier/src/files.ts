/** `src` and `dist` are equally deep, so one address serves both. */
const folder = new URL('../', import.meta.url);

/** What a server hands to browsers. Made once by `npm run setup`; nothing in them is different from draw to draw. */
export const browserFiles = {
  /** One module, to be served from the page's own origin. */
  script: new URL('dist/browser/verify.js', folder),
  /** One page that works from a folder, without network and without server. */
  page: new URL('dist/browser/verify.html', folder),
  /** How findings look; colours come from the page around them. */
  style: new URL('assets/checks.css', folder),
} as const;
