/** Every provider that has a stand-in, and the path prefix it lives under. */
export const providerNames = [
  'anthropic',
  'openai',
  'sdwebui',
  'stability',
  'runway',
  'veo',
  'instagram',
  'naver_blog',
  'naver',
  'solapi',
  'nhn',
  'kt',
  'clova',
  'nts',
  'data_go_kr',
  'drand',
  'turnstile',
  'tsa',
] as const;

export type ProviderName = (typeof providerNames)[number];

export function isProviderName(value: unknown): value is ProviderName {
  return providerNames.some((name) => name === value);
}
