import type { JsonRecord } from '../../json.js';
import { seededBytes } from '../../seeded.js';
import { toSeoulDay } from '../../seoul-time.js';

const mostStart = 1_000;
const mostDisplay = 100;

function readWholeNumber(
  query: URLSearchParams,
  name: string,
  fallback: number,
  most: number,
): number | undefined {
  const value = Number(query.get(name) ?? fallback);
  return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined;
}

/** The error code of a query the real search refuses, or its made-up hits. */
export function searchBlogs(seed: string, query: URLSearchParams, at: Date): JsonRecord | string {
  const words = query.get('query') ?? '';
  const display = readWholeNumber(query, 'display', 10, mostDisplay);
  const start = readWholeNumber(query, 'start', 1, mostStart);
  if (words === '') {
    return 'SE01';
  }
  if (display === undefined || start === undefined) {
    return display === undefined ? 'SE02' : 'SE03';
  }
  if (!['sim', 'date'].includes(query.get('sort') ?? 'sim')) {
    return 'SE04';
  }
  const total = seededBytes(seed, 'blogs', words).readUInt16BE(0);
  const hits = Math.max(0, Math.min(display, total - start + 1));
  return {
    lastBuildDate: at.toUTCString(),
    total,
    start,
    display: hits,
    items: Array.from({ length: hits }, (_, index) => ({
      title: `<b>${words}</b> 샌드박스 글 ${start + index} &amp; 후기`,
      link: `https://blog.naver.com/sandbox/${start + index}`,
      description: `만들어 낸 검색 결과입니다: <b>${words}</b>`,
      bloggername: '샌드박스',
      bloggerlink: 'blog.naver.com/sandbox',
      postdate: toSeoulDay(at).replaceAll('-', ''),
    })),
  };
}
