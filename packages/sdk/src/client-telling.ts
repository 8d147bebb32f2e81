import { insightOf } from './campaign/insight-of.js';
import { requireCampaign } from './campaign/read-status.js';
import type { Parts } from './client-parts.js';
import { UserError } from './errors/index.js';
import type { Telling } from './telling.js';

export function telling(parts: Parts): Telling {
  const { outcomes } = parts.store;
  return {
    async tellNewCustomers(campaignId, count) {
      const campaign = await requireCampaign(parts.store, campaignId);
      const report = await outcomes.report(campaign.id);
      if (!report) throw new UserError('USER_008', { state: campaign.state, action: 'tell' });
      requireCount(count, report.entries.accepted);
      const told = { ...report, newCustomers: count };
      await outcomes.saveReport(told);
      if (campaign.state !== 'settled') return undefined;
      const insight = await insightOf(parts, campaign, told);
      await outcomes.saveInsight(insight);
      return insight;
    },
  };
}

function requireCount(count: number, most: number): void {
  if (Number.isSafeInteger(count) && count >= 0 && count <= most) return;
  throw new UserError(
    'USER_001',
    { what: 'new customers' },
    {
      issues: [
        {
          path: ['newCustomers'],
          message: { ko: `응모한 분은 ${most}명입니다`, en: `${most} people took part` },
          fix: { ko: `0에서 ${most} 사이의 수를 쓰세요`, en: `Write a number from 0 to ${most}` },
        },
      ],
    },
  );
}
