import { paletteFor } from '@kt-event/sdk';
import { html, type Markup } from './html.js';

export interface LayoutOptions {
  readonly title: string;
  readonly body: Markup;
  /** Stands above the body, in the colours of the store's pictures. */
  readonly masthead?: Markup | undefined;
  /** Said on every page of an event that is not real. */
  readonly rehearsal: boolean;
  /** Whose colours it has. @defaultValue colours of nobody */
  readonly storeName?: string | undefined;
  /** Modules under `/assets/`. The route must allow scripts. @defaultValue none */
  readonly scripts?: readonly string[];
  /** Modules that those import: named, they come at the same time. @defaultValue none */
  readonly imports?: readonly string[];
  /** Style sheets under `/assets/`, besides that of every page. @defaultValue none */
  readonly styles?: readonly string[];
}

/** One page, mobile first. No inline style or script: the content security policy allows none. */
export function layout(options: LayoutOptions): string {
  const { title, body, masthead, rehearsal, storeName, scripts = [], imports = [], styles = [] } = options;
  const theme = storeName === undefined ? 'plain' : paletteFor(storeName).name;
  return html`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<meta name="color-scheme" content="light dark">
<title>${rehearsal && '[리허설] '}${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
${styles.map((name) => html`<link rel="stylesheet" href="/assets/${name}">`)}
${imports.map((name) => html`<link rel="modulepreload" href="/assets/${name}">`)}
${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
</head>
<body class="theme-${theme}">
${rehearsal && html`<p class="rehearsal" role="note">리허설입니다. 실제 이벤트가 아니며 경품은 드리지 않습니다.</p>`}
${masthead && html`<header class="masthead">${masthead}</header>`}
<main>${body}</main>
</body>
</html>`.markup;
}
