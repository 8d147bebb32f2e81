import type { Bilingual } from '../../errors/index.js';
import { daySchema } from '../../schema/primitives.js';
import type { ChannelPost } from '../channel.js';
import { type KtChannelName, ktChannels } from './kt-channels.js';
import { checkKtCreative, chooseKtCreative } from './kt-creative.js';
import { regionCodeOf } from './region-codes.js';

/** What KT would refuse an order for, as far as can be told from the post alone. */
export function checkKtPost(
  channel: KtChannelName,
  post: ChannelPost,
  regionCodes?: readonly string[],
): readonly Bilingual[] {
  const creative = chooseKtCreative(channel, post);
  return [
    ...checkKtPeriod(post),
    ...(post.store.businessNumber === undefined ? [noBusinessNumber] : []),
    ...(ktChannels[channel].needsRegion ? checkRegion(post, regionCodes) : []),
    ...(creative ? checkKtCreative(creative) : [nothingToShow]),
  ];
}

/** The one thing that nobody can mend on an order sheet: it is what was approved. */
export function checkKtPeriod({ period: { start, end } }: ChannelPost): readonly Bilingual[] {
  const isPeriod = [start, end].every((day) => daySchema.safeParse(day).success) && start <= end;
  return isPeriod
    ? []
    : [{ ko: `기간 ${start}~${end}이 올바르지 않습니다`, en: `${start} to ${end} is no period` }];
}

/** Ten digits for each district in which a spot runs; empty when none is known for the store's region. */
export function ktRegionCodes(
  { store }: ChannelPost,
  regionCodes: readonly string[] | undefined,
): readonly string[] {
  if (regionCodes) return regionCodes;
  const known = regionCodeOf(store.region);
  return known === undefined ? [] : [known];
}

function checkRegion(post: ChannelPost, regionCodes: readonly string[] | undefined): readonly Bilingual[] {
  const codes = ktRegionCodes(post, regionCodes);
  const { region } = post.store;
  if (codes.length === 0)
    return [{ ko: `${region}의 법정동코드를 모릅니다`, en: `No district code is known for ${region}` }];
  return codes
    .filter((code) => !/^\d{10}$/.test(code))
    .map((code) => ({
      ko: `법정동코드 ${code}은(는) 숫자 10자리가 아닙니다`,
      en: `District code ${code} does not have ten digits`,
    }));
}

const noBusinessNumber: Bilingual = {
  ko: '사업자등록번호가 없습니다',
  en: 'The store has no business number',
};

const nothingToShow: Bilingual = {
  ko: '화면에 내보낼 MP4 영상이나 그림이 없습니다',
  en: 'There is neither an MP4 film nor a picture to show',
};
