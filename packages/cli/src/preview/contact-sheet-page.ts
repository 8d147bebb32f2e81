import type { Creative, Finding } from '@kt-event/sdk';
import { html, type Markup } from '@kt-event/server';
import type { Messages } from '../messages/ko.js';
import { unwrittenWhy } from '../views/unwritten-why.js';
import { type Asset, type ContactSheet, lengthOf, textLimit } from './contact-sheet.js';

export interface PageOptions {
  /** Where the page finds an asset's file. */
  readonly addressOf: (asset: Asset) => string;
  /** Parts of the head: the policy and the style. */
  readonly head: Markup;
}

/** The sheet as a page without any script. Texts of stores are escaped. */
export function contactSheetPage(sheet: ContactSheet, options: PageOptions, messages: Messages): string {
  const { language, preview: said } = messages;
  const { title, store, rehearsal, findings, assets } = sheet;
  const places = [...new Set(assets.map(({ creative }) => creative.channel))];
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>${title} · ${said.title}</title>
<link rel="icon" href="data:,">
${options.head}
</head>
<body>
<header>
<p class="store">${store}</p>
<h1>${title}</h1>
<p>${said.summary(assets.length, faultyOf(assets).length + findings.length)}${rehearsal && html` <strong class="tag">${said.rehearsal}</strong>`}</p>
<nav aria-label="${said.places}"><ul>${places.map((place) => html`<li><a href="#${place}">${placeName(place, messages)}</a></li>`)}</ul></nav>
</header>
<main>
${findings.length > 0 && findingsSection(findings, messages)}
${places.map((place) => placeSection(place, sheet, options, messages))}
</main>
</body>
</html>`.markup;
}

const faultyOf = (assets: readonly Asset[]) => assets.filter(({ faults }) => faults.length > 0);

const placeName = (place: Creative['channel'], { creative, channel }: Messages): string =>
  place === 'print' ? (creative['print'] ?? place) : channel[place];

function findingsSection(findings: readonly Finding[], { language, preview, severity }: Messages): Markup {
  return html`<section aria-labelledby="findings">
<h2 id="findings">${preview.findings}</h2>
<ul class="findings">${findings.map(
    (finding) =>
      html`<li class="${finding.severity}"><strong>${severity[finding.severity]}</strong> ${finding.message[language]} <small>${finding.ruleId} · ${finding.source}</small></li>`,
  )}</ul>
</section>`;
}

function placeSection(
  place: Creative['channel'],
  { assets, rehearsal }: ContactSheet,
  options: PageOptions,
  messages: Messages,
): Markup {
  const own = assets.filter(({ creative }) => creative.channel === place);
  return html`<section aria-labelledby="${place}">
<h2 id="${place}">${placeName(place, messages)}</h2>
<div class="sheet">${own.map((asset) => card(asset, { rehearsal, ...options }, messages))}</div>
</section>`;
}

function card(
  asset: Asset,
  options: PageOptions & { readonly rehearsal: boolean },
  messages: Messages,
): Markup {
  const { creative, faults } = asset;
  const { preview: said, creative: kinds } = messages;
  const name = `${kinds[creative.kind] ?? creative.kind} · ${creative.id}`;
  return html`<article class="${creative.kind}">
<h3>${name}</h3>
${asset.content && shown(asset, options.addressOf(asset), said)}
<p class="tags">${tagsOf(creative, options.rehearsal, messages).map((tag) => html`<span class="tag">${tag}</span>`)}</p>
<dl>${factsOf(creative, said).map(([term, fact]) => html`<div><dt>${term}</dt><dd>${fact}</dd></div>`)}</dl>
${faults.length > 0 && html`<ul class="findings">${faults.map((fault) => html`<li class="error">${said.fault(fault)}</li>`)}</ul>`}
</article>`;
}

function shown({ creative }: Asset, address: string, said: Messages['preview']): Markup {
  const { kind, mediaType, soundBy, widthPx = 1, heightPx = 1, text, hashtags } = creative;
  if (kind === 'text') {
    const tags = hashtags.map((tag) => `#${tag.replace(/^#/, '')}`).join(' ');
    return html`<div class="words" role="group" aria-label="${creative.id}" tabindex="0"><p lang="ko">${text}</p>${tags !== '' && html`<p lang="ko">${tags}</p>`}</div>`;
  }
  const size = html`width="${widthPx}" height="${heightPx}"`;
  if (kind === 'video')
    return html`<video ${size} src="${address}" controls ${soundBy === undefined && html`muted`} playsinline preload="metadata" aria-label="${text}"></video>`;
  if (kind === 'audio')
    return html`<audio src="${address}" controls preload="none" aria-label="${text}"></audio>`;
  if (mediaType.startsWith('image/'))
    return html`<img ${size} src="${address}" alt="${text}" loading="lazy">`;
  return html`<p><a href="${address}" download="${creative.path.split('/').at(-1) ?? creative.id}">${said.download(creative.id)}</a></p>`;
}

function tagsOf(
  { soundBy, silent, mode, paintedBy, writtenBy, unwritten, madeBy, look, spare }: Creative,
  rehearsal: boolean,
  messages: Messages,
) {
  const { preview: said } = messages;
  return [
    paintedBy === undefined ? said.madeBy(madeBy) : said.paintedBy(paintedBy),
    ...(writtenBy === undefined ? [] : [said.writtenBy(writtenBy)]),
    ...(unwritten === undefined ? [] : [said.unwritten(unwrittenWhy(unwritten, messages))]),
    ...(soundBy === undefined ? [] : [said.soundBy(soundBy)]),
    ...(silent === undefined ? [] : [said.silent[silent]]),
    ...(rehearsal ? [said.rehearsal] : mode === 'sandbox' ? [said.sandbox] : []),
    ...(look === undefined ? [] : [look]),
    ...(spare ? [said.spare] : []),
  ];
}

function factsOf(creative: Creative, said: Messages['preview']): (readonly [string, string])[] {
  const { widthPx, heightPx, durationMs, bytes, mostBytes, kind, text, hashtags } = creative;
  const most = textLimit(creative);
  const facts = [
    widthPx && heightPx && ([said.size, `${widthPx}×${heightPx}`] as const),
    durationMs && ([said.length, said.seconds(durationMs / 1_000)] as const),
    [
      said.bytes,
      mostBytes === undefined ? kilobytes(bytes) : said.of(kilobytes(bytes), kilobytes(mostBytes)),
    ] as const,
    kind === 'text' && most && ([said.letters, said.of(String(lengthOf(text)), String(most))] as const),
    hashtags.length > 0 && ([said.hashtags, String(hashtags.length)] as const),
  ];
  return facts.filter((fact) => typeof fact === 'object');
}

const kilobytes = (bytes: number): string => `${Math.ceil(bytes / 1_000).toLocaleString('en')} KB`;
