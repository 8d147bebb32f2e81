import type { Anchor } from '@kt-event/sdk';
import { html, type Markup } from './html.js';
import { toMoment } from './korean.js';

/** Where the commitment was shown, and what each place is worth: only what others keep can show the time. */
export function anchorsPart(anchors: readonly Anchor[]): Markup {
  if (anchors.length === 0) {
    return html`<dt>약속을 공개한 곳</dt><dd>없습니다. 약속의 시각은 주최자의 말뿐입니다.</dd>`;
  }
  return html`${anchors.map(
    ({ kind, where, at, page_sha256: read }) => html`<dt>${names[kind]}</dt>
<dd>${placeOf(where)}<br>${toMoment(at)}
<details><summary>무엇을 알 수 있나요?</summary>
<p>${worth[kind].proves}</p>
<p>${worth[kind].not}</p>
${read !== undefined && html`<p>읽은 글의 지문 <code>${read}</code></p>`}
</details></dd>`,
  )}`;
}

/** A link to somebody else's page tells them nothing of where it was followed from. */
function placeOf(where: string): Markup | string {
  return /^https:\/\//.test(where)
    ? html`<a href="${where}" rel="noopener noreferrer nofollow">${where}</a>`
    : where;
}

const names: Readonly<Record<Anchor['kind'], string>> = {
  timestamp_token: '제3자의 시점 확인 (RFC 3161)',
  transparency_log: '투명성 로그',
  post: '약속을 적은 글',
  message: '약속을 보낸 메시지',
  entry_page: '응모 페이지 (주최자의 서버)',
};

interface Worth {
  readonly proves: string;
  readonly not: string;
}

const worth: Readonly<Record<Anchor['kind'], Worth>> = {
  timestamp_token: {
    proves: '약속의 지문이 그 시각에 이미 있었다고, 주최자가 아닌 기관이 서명했습니다.',
    not: '그 기관을 믿을지는 직접 정해야 합니다. 명단의 내용은 알려 주지 않습니다.',
  },
  transparency_log: {
    proves: '누구나 볼 수 있는 기록에 약속의 지문이 있습니다.',
    not: '이 화면은 그 기록을 찾아보지 않았습니다.',
  },
  post: {
    proves: '주최자의 서버가 적힌 시각에 이 글을 읽었고, 약속 전체의 지문이 그 안에 있었습니다.',
    not: '그 시각은 주최자의 말입니다. 글을 열어 그 서비스가 보여 주는 게시 날짜를 확인해 주세요. 글은 나중에 고치거나 지울 수 있습니다.',
  },
  message: {
    proves: '받은 사람은 메시지에 적힌 지문과 받은 시각을 비교할 수 있습니다.',
    not: '받지 않은 사람에게는 아무것도 알려 주지 않습니다.',
  },
  entry_page: {
    proves: '응모 페이지에 지문을 보여 주었습니다.',
    not: '주최자의 서버라서 시각의 증거는 아닙니다.',
  },
};
