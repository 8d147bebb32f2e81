/**
 * A post as its page for phones holds it, cut down to what bears the link: the text, a link that carries its data as
 * JSON in an attribute, and a script. From memory of such pages, 2026-11 [M]; not copied from one.
 */
export function mobileBlogPage(link: string): string {
  const data = JSON.stringify({ id: 'SE-1', link }).replaceAll('"', '&quot;').replaceAll('/', '\\/');
  return `<!doctype html>
<html lang="ko">
<head><title>겨울 행운 이벤트 : 네이버 블로그</title></head>
<body>
<div class="post"><p><span>행복분식 겨울 행운 이벤트</span></p>
<p><span>\u200B참여하기 </span><a class="link" target="_blank" data-linkdata="${data}">여기</a></p></div>
<script>var post = {"title": "\\uacA8\\uc6b8", "url": "https:\\/\\/m.blog.naver.com\\/happy_shop\\/223456789012"};</script>
</body>
</html>`;
}
