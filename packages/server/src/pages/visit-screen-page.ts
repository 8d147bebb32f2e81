import type { Campaign, VisitScreen } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';
import { layout } from './layout.js';
import { qrCode } from './qr-code.js';
import { staffStyle } from './staff-style.js';

export interface VisitScreenPage {
  readonly campaign: Campaign;
  readonly screen: VisitScreen;
  /** Seconds until the code changes. */
  readonly secondsLeft: number;
}

/** For the store's own screen: read from two metres away, and it turns over by itself. */
export function visitScreenPage({ campaign, screen, secondsLeft }: VisitScreenPage): string {
  const { brief, rehearsal, state } = campaign;
  return layout({
    title: `방문 코드 · ${brief.name}`,
    rehearsal,
    body: html`${staffStyle}<script type="module" src="/assets/visit-screen.js"></script><noscript><meta http-equiv="refresh" content="${secondsLeft + 1}"></noscript>
<header>
<p class="store">${brief.store.name}</p>
<h1>${brief.name}</h1>
</header>
${state === 'open' ? codePart(screen) : html`<p class="verdict" role="status">지금은 응모 기간이 아닙니다. 기간이 되면 이곳에 코드가 나옵니다.</p>`}`,
  });
}

function codePart({ code, kind, changesAt, qr }: VisitScreen): Markup {
  const daily = kind === 'daily';
  return html`<section class="screen" id="screen">
<h2>${daily ? '오늘의 방문 코드' : '지금 방문 코드'}</h2>
<p class="code" id="code">${inHalves(code)}</p>
<p class="hint" id="offline" role="alert" hidden>연결이 끊겼습니다. 보이는 코드가 오래되었을 수 있습니다.</p>
${qrCode(qr, '코드가 채워진 응모 화면을 여는 QR 코드')}
<p>QR을 찍거나, 응모 화면에 여섯 자리를 적어 주세요.</p>
<p><small>${daily ? `${toMoment(changesAt)}에 새 코드로 바뀝니다.` : '코드는 1분마다 저절로 바뀝니다.'}</small></p>
</section>`;
}

/** Three and three are read and kept in mind more easily. */
const inHalves = (code: string): string => `${code.slice(0, 3)} ${code.slice(3)}`;
