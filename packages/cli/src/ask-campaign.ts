import type { Ask } from './ask.js';
import type { CampaignAnswers } from './campaign-file/example-campaign.js';
import type { Messages } from './messages/ko.js';

/** One question at a time; Enter takes the suggestion. */
export async function askCampaign(
  ask: Ask,
  { init: words, industry }: Messages,
): Promise<Omit<CampaignAnswers, 'today'>> {
  const choices = Object.entries(industry).map(([value, name]) => ({ name, value }));
  return {
    store: await ask.text(words.store, '--store', '카페 온도'),
    industry: await ask.choose(words.industry, '--industry', choices),
    region: await ask.text(words.region, '--region', '서울 마포구'),
    phone: await ask.text(words.phone, '--phone', '02-1234-5678'),
    name: await ask.text(words.name, '--name', '첫 방문 QR 이벤트'),
    budgetKrw: toKrw(await ask.text(words.budget, '--budget', '300000')),
  };
}

/** People write 300,000원. What is no number stays the suggestion, to be corrected in the file. */
function toKrw(text: string): number | undefined {
  const digits = text.replace(/[,원\s]/g, '');
  return /^\d{1,12}$/.test(digits) ? Number(digits) : undefined;
}
