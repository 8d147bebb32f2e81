import type { PhoneCodeAnswer } from '@kt-event/sdk';
import { html } from './html.js';
import { layout } from './layout.js';
import type { PlannedCampaign } from './planned-campaign.js';

/** For whoever asked for a code without any script. The form keeps its fields when the browser goes back. */
export function codeSentPage(
  campaign: PlannedCampaign,
  { state, expiresInSeconds }: PhoneCodeAnswer,
): string {
  const { brief, rehearsal, slug } = campaign;
  const title = state === 'sent' ? '인증번호를 보냈습니다' : '인증번호를 보내는 중입니다';
  return layout({
    title: `${title} · ${brief.store.name}`,
    rehearsal,
    storeName: brief.store.name,
    body: html`<section class="card alone"><h1>${title}</h1>
<p role="status">브라우저에서 뒤로 돌아가 문자로 받은 6자리를 ${Math.round(expiresInSeconds / 60)}분 안에 적고 응모해 주세요.</p>
<p class="hint">${
      state === 'sent'
        ? '문자가 오지 않으면 번호를 확인하고 다시 받으세요.'
        : '문자 서비스의 답을 받지 못했습니다. 잠시 기다려도 오지 않으면 다시 받으세요.'
    } 한 시간에 세 번까지 받을 수 있습니다.</p>
<p><a class="button" href="/e/${slug}">응모 화면으로 돌아가기</a></p>
</section>`,
  });
}
