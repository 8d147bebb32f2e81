import { fileURLToPath } from 'node:url';
import { UserError } from '@kt-event/sdk';
import { expect, it } from 'vitest';
import { withCampaignFile } from './with-campaign-file.js';

const file = fileURLToPath(new URL('../../../../examples/cafe-first-visit.yaml', import.meta.url));

it('shows at its place in the file what only the work could find wrong', async () => {
  const message = { ko: '모자랍니다', en: 'too little' };
  const fix = { ko: '더 쓰세요', en: 'Write more' };
  const tooSmall = new UserError(
    'USER_001',
    { what: 'brief' },
    { issues: [{ path: ['budgetKrw'], message, fix }] },
  );

  const attempt = withCampaignFile(file, () => Promise.reject(tooSmall));

  await expect(attempt).rejects.toMatchObject({
    code: 'USER_001',
    issues: [{ file: 'cafe-first-visit.yaml', line: 7, column: 12, message, fix }],
  });
});

it('leaves every other failure as it is', async () => {
  const missing = new UserError('USER_002', { what: 'campaign', id: 'x' });

  await expect(withCampaignFile(file, () => Promise.reject(missing))).rejects.toBe(missing);
});
