import { html, type Markup } from './html.js';
import { layout } from './layout.js';

export interface ChallengePageOptions {
  readonly slug: string;
  /** Where the form goes. */
  readonly action: string;
  /** What was sent, to be sent again. It is shown to nobody but who sent it. */
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * The answer to a form that came without a solved challenge: the same form once more, which pays and goes on by itself.
 * Without a script it waits for a person to press the button when fewer people do.
 */
export function challengePage({ slug, action, fields }: ChallengePageOptions): string {
  const { altcha, ...kept } = fields;
  return layout({
    title: '사람인지 확인하고 있습니다',
    rehearsal: false,
    scripts: ['challenge.js'],
    body: html`<section class="card alone"><h1>사람인지 확인하고 있습니다</h1>
<p>지금은 한꺼번에 많은 요청이 와서, 자동 프로그램이 아닌지 확인한 뒤 받습니다. 아직 응모되지 않았습니다. 잠시만 기다려 주세요.</p>
<form method="post" action="${action}" data-challenge="/e/${slug}/challenge" data-challenge-now>
${Object.entries(kept).map(([name, value]) => hidden(name, value))}
${hidden('altcha', '')}
<p data-challenge-status role="status"></p>
<button type="submit">다시 보내기</button>
</form>
<noscript><p class="hint">이 브라우저는 스크립트가 꺼져 있어 자동으로 확인할 수 없습니다. 스크립트를 켜거나, 사람이 적은 때에 다시 보내기를 눌러 주세요. 적으신 내용은 이 화면에 그대로 있습니다.</p></noscript>
</section>`,
  });
}

function hidden(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}">`;
}
