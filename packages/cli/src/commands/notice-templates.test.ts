import type { KtEvent } from '@kt-event/sdk';
import { expect, it, vi } from 'vitest';
import { aClient } from '../testing/fake-client.js';
import { createFakeContext } from '../testing/fake-context.js';
import { aNoticeTemplate } from '../testing/fixtures.js';

const of = (...templates: ReturnType<typeof aNoticeTemplate>[]) =>
  createFakeContext(aClient({ noticeTemplates: async () => templates }));

it('prints the texts to register as they are, and how they go out now', async () => {
  const context = of(aNoticeTemplate());

  await context.run('winners', 'templates');

  expect(context.results[0]).toContain('\n[#{매장}] 당첨 안내\n#{이름}님\n');
  expect(context.results[0]).toContain('SOLAPI_TEMPLATE_WINNER');
  expect(context.results[0]).toContain('지금은 문자(SMS·LMS)로 나갑니다');
  expect(context.exitCodes).toEqual([]);
});

it('asks the dealer only when told to, and leaves with 2 for another text', async () => {
  const differing = aNoticeTemplate({ sentAs: 'alimtalk', kept: 'differs', differsAt: 2 });
  const noticeTemplates = vi.fn<KtEvent['noticeTemplates']>(async () => [differing]);
  const context = createFakeContext(aClient({ noticeTemplates }));

  await context.run('winners', 'templates', '--check');

  expect(noticeTemplates).toHaveBeenCalledExactlyOnceWith({ check: true });
  expect(context.results[0]).toContain('2번째 줄부터 다릅니다');
  expect(context.exitCodes).toContain(2);
});

it('is content with the same text', async () => {
  const context = of(aNoticeTemplate({ sentAs: 'alimtalk', kept: 'same' }));

  await context.run('winners', 'templates', '--check');

  expect(context.results[0]).toContain('글자 하나까지 같습니다');
  expect(context.exitCodes).toEqual([]);
});
