import { createHash } from 'node:crypto';
import { escapeHtml, toBlogHtml, toHashtagLine } from '../blog-package.js';
import type { ChannelPost } from '../channel.js';
import { handOffScript } from './hand-off-script.js';
import { handOffStyle } from './hand-off-style.js';

export interface HandOff {
  readonly post: ChannelPost;
  /** In the folder `images` beside the page. */
  readonly pictures: readonly { readonly name: string; readonly text: string }[];
  readonly shareLink: string;
}

/** Leads whoever is signed in to the editor of their own blog. From public sources, not Naver's guide; seen 2026-11. */
const editorUrl = 'https://blog.naver.com/GoBlogWrite.naver';

/**
 * A page that stands alone: no network and no file but the pictures beside it. Its policy allows the one style and
 * the one script it carries, by their hashes. Without the script a person selects by hand: the buttons are hidden.
 */
export function toHandOffPage({ post, pictures, shareLink }: HandOff): string {
  const { campaignId, title, store, period } = post;
  const command = `kt-event publications confirm ${campaignId} naver_blog --url "올린 글의 주소"`;
  return `<!doctype html>
<html lang="ko">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>블로그에 올리기: ${escapeHtml(title)}</title>
<style>${handOffStyle}</style>
<main>
<h1>네이버 블로그에 올리기</h1>
<p class="notice">아직 아무 데도 올라가지 않았습니다. 네이버 블로그는 프로그램이 글을 올릴 수 없어서, 아래 순서대로 직접 올려 주세요.</p>
<p>${escapeHtml(store.name)} · ${period.start} ~ ${period.end}</p>
<p id="said" role="status"></p>
<ol class="steps">
<li><h2>글쓰기 열기</h2>
<p><a class="button" href="${editorUrl}" target="_blank" rel="noopener noreferrer">블로그 글쓰기 열기</a></p></li>
<li><h2>제목 붙여 넣기</h2>
<div class="card" id="title">${escapeHtml(title)}</div>
${copyButton('title', '제목 복사')}</li>
<li><h2>본문 붙여 넣기</h2>
<div class="card" id="body">
${toBlogHtml(post)}
</div>
${copyButton('body', '본문 복사')}
<p class="hint">참여 주소를 지우지 마세요. 올린 뒤에 이 주소로 확인합니다. 글을 고치면 승인한 내용과 달라집니다.</p></li>
<li><h2>사진 넣기</h2>
${toPictures(pictures)}</li>
<li><h2>태그 넣고 발행하기</h2>
<div class="card" id="tags">${escapeHtml(toHashtagLine(post.hashtags))}</div>
${copyButton('tags', '태그 복사')}
<p class="hint">공개 범위는 전체공개로 두세요.</p></li>
<li><h2>올린 글 확인하기</h2>
<p>발행한 글의 주소를 넣어 아래 명령을 실행하면, 글에 참여 주소가 있는지 확인하고 게시로 기록합니다.</p>
<div class="card" id="command"><code>${escapeHtml(command)}</code></div>
${copyButton('command', '명령 복사')}</li>
</ol>
<p class="hint">참여 페이지만 알리려면 <a href="${escapeHtml(shareLink)}" target="_blank" rel="noopener noreferrer">네이버 공유하기</a>를 쓸 수도 있습니다.</p>
</main>
<script>${handOffScript}</script>
</html>`;
}

function copyButton(id: string, label: string): string {
  return `<p><button type="button" data-copies="${id}" hidden>${label}</button></p>`;
}

function toPictures(pictures: HandOff['pictures']): string {
  if (pictures.length === 0) return '<p>넣을 사진이 없습니다.</p>';
  const figures = pictures.map(({ name, text }, index) => {
    const source = `images/${encodeURIComponent(name)}`;
    const caption = `사진 ${index + 1} · images/${escapeHtml(name)}`;
    return `<figure><img src="${source}" alt="${escapeHtml(text)}"><figcaption>${caption}</figcaption></figure>`;
  });
  return `<p>본문의 [사진 번호] 줄을 지우고, 그 자리에 같은 번호의 사진을 끌어다 놓으세요. images 폴더의 파일을 끌어다 놓아도 됩니다.</p>
<div class="pictures">${figures.join('\n')}</div>`;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** `file:` is where the page lies; a page of a file has no `'self'` in every browser. */
const contentPolicy = [
  "default-src 'none'",
  `script-src ${hashOf(handOffScript)}`,
  `style-src ${hashOf(handOffStyle)}`,
  "img-src 'self' file:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
