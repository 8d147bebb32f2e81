/** Answers of a publishing endpoint. The protocol is ours to assume: no vendor's. */

/** The answers to a `POST`, and what they leave behind. */
export const refusals: readonly (readonly [
  what: string,
  answer: { readonly code: number; readonly body: object | string },
  error: string,
])[] = [
  [
    'a key used for another body',
    { code: 422, body: { type: 'urn:example:idempotency-key-reused', title: 'Key reused', errors: [{}] } },
    'PROVIDER_006',
  ],
  ['422 without a word', { code: 422, body: '' }, 'PROVIDER_006'],
  ['422 with a title alone', { code: 422, body: { title: 'Unprocessable' } }, 'PROVIDER_006'],
  ['422 with a list of no faults', { code: 422, body: { errors: [] } }, 'PROVIDER_006'],
  ['a first request that is still at work', { code: 409, body: { title: 'Conflict' } }, 'PROVIDER_006'],
  [
    'a package whose fault it names',
    { code: 422, body: { type: 'urn:example:invalid', errors: [{ field: 'tags', message: 'too many' }] } },
    'PROVIDER_001',
  ],
  ['a malformed package', { code: 400, body: { title: 'Bad Request' } }, 'PROVIDER_001'],
  ['a state that nobody knows', { code: 200, body: { postId: 'blog_1', state: 'LOST' } }, 'PROVIDER_004'],
  [
    'an address that runs a script',
    { code: 200, body: { postId: 'blog_1', url: 'javascript:alert(1)' } },
    'PROVIDER_004',
  ],
  ['an empty id', { code: 201, body: { postId: '' } }, 'PROVIDER_004'],
];

/** What `GET {endpoint}/{postId}` may say, and what we make of it. */
export const views: readonly (readonly [view: object, placement: object])[] = [
  [
    { postId: 'b', state: 'RECEIVED' },
    { externalId: 'b', state: 'submitted' },
  ],
  [
    { postId: 'b', state: 'HANDED_OFF' },
    { externalId: 'b', state: 'submitted' },
  ],
  [{ postId: 'b' }, { externalId: 'b', state: 'submitted' }],
  [
    { postId: 'b', state: 'CONFIRMED', url: 'https://blog.naver.com/x/1' },
    { externalId: 'b', state: 'published', url: 'https://blog.naver.com/x/1' },
  ],
  [
    { postId: 'b', url: 'https://blog.naver.com/x/1' },
    { externalId: 'b', state: 'published', url: 'https://blog.naver.com/x/1' },
  ],
  [
    { postId: 'b', state: 'HANDED_OFF', url: 'https://blog.naver.com/x/1' },
    { externalId: 'b', state: 'submitted' },
  ],
  [
    { postId: 'b', state: 'REFUSED', reason: '상호가\n\u001b[31m다릅니다' },
    { externalId: 'b', state: 'refused', reason: '상호가 [31m다릅니다' },
  ],
  [
    { postId: 'b', state: 'REFUSED' },
    { externalId: 'b', state: 'refused' },
  ],
  [
    { postId: 'b', state: 'WITHDRAWN' },
    { externalId: 'b', state: 'withdrawn' },
  ],
];

export const callBack = {
  type: 'post.confirmed',
  timestamp: '2026-12-01T03:00:00Z',
  data: { postId: 'blog_1', state: 'CONFIRMED', url: 'https://blog.naver.com/x/1' },
};
