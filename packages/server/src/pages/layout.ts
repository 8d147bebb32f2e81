import { html, type Markup } from './html.js';

export interface LayoutOptions {
  readonly title: string;
  readonly body: Markup;
  /** Said on every page of an event that is not real. */
  readonly rehearsal: boolean;
  /** Modules under `/assets/`. The route must allow scripts. @defaultValue none */
  readonly scripts?: readonly string[];
  /** Style sheets under `/assets/`, besides that of every page. @defaultValue none */
  readonly styles?: readonly string[];
}

/** One page, mobile first. No inline style or script: the content security policy allows none. */
export function layout({ title, body, rehearsal, scripts = [], styles = [] }: LayoutOptions): string {
  return html`<!doctype html>
<html lang="ko">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="format-detection" content="telephone=no">
<title>${rehearsal && '[리허설] '}${title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/assets/page.css">
<link rel="stylesheet" href="/assets/form.css">
${styles.map((name) => html`<link rel="stylesheet" href="/assets/${name}">`)}
${scripts.map((name) => html`<script type="module" src="/assets/${name}"></script>`)}
</head>
<body>
${rehearsal && html`<p class="rehearsal" role="note">리허설입니다. 실제 이벤트가 아니며 경품은 드리지 않습니다.</p>`}
<main>${body}</main>
</body>
</html>`.markup;
}
