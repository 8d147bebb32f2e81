import { html, type Markup } from './html.js';

/**
 * Asks for the code that comes by text message. Without a script the button sends the form to the address of the codes
 * and the browser comes back to it; with one nobody leaves the page.
 */
export function phoneCodeField(slug: string): Markup {
  return html`<label for="phoneCode">문자 인증번호</label>
<input id="phoneCode" name="phoneCode" required inputmode="numeric" pattern=" *[0-9]{6} *" maxlength="8" title="문자로 받은 6자리를 적어 주세요" autocomplete="one-time-code" aria-describedby="phoneCodeHint">
<button type="submit" formaction="/e/${slug}/phone-code" formnovalidate data-phone-code>인증번호 받기</button>
<p class="hint" id="phoneCodeHint" role="status">위의 휴대폰 번호로 6자리를 보내 드립니다. 3분 안에 적어 주세요.</p>
<script type="module" src="/assets/phone-code.js"></script>`;
}
