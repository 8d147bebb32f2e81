import { z } from 'zod';
import { isBusinessNumber } from './business-number.js';
import { industrySchema } from './primitives.js';

const colourSchema = z.string().regex(/^#[0-9a-f]{6}$/i);
/** About 220 KB of picture. */
const longestLogo = 300_000;

/** How the shop, or its franchise, presents itself. */
const brandSchema = z.strictObject({
  colour: colourSchema.optional().describe('대표 색, 예: #0b6e4f. 비우면 업종과 계절에 맞춰 고릅니다'),
  accent: colourSchema.optional().describe('보조 색, 예: #ffd166'),
  logo: z
    .string()
    .regex(/^data:image\/(png|jpeg);base64,[A-Za-z0-9+/]+=*$|^[^:*?"<>|]+\.(png|jpe?g|svg)$/i)
    .max(longestLogo)
    .optional()
    .describe(
      '로고. 이벤트 파일에는 PNG, JPEG, SVG 파일의 경로를 적습니다. 이 파일이 있는 폴더에서 찾습니다',
    ),
});

/** The shop that runs the event. */
export const storeProfileSchema = z.strictObject({
  name: z.string().trim().min(1).max(40).describe('매장 이름'),
  industry: industrySchema.describe('업종'),
  region: z.string().trim().min(2).max(40).describe('지역, 예: 서울 마포구'),
  location: z
    .strictObject({
      lat: z.number().min(33).max(39).describe('위도, 예: 37.5567'),
      lon: z.number().min(124).max(132).describe('경도, 예: 126.9236'),
    })
    .optional()
    .describe('매장 위치. 적으면 주변 상권과 매장 앞 예보를 봅니다'),
  phone: z
    .string()
    .regex(/^0\d{1,3}-?\d{3,4}-?\d{4}$|^1[568]\d{2}-?\d{4}$/)
    .describe('매장 전화번호, 예: 02-1234-5678'),
  businessNumber: z
    .string()
    .refine(isBusinessNumber, {
      error: 'Check digit does not match: not a business registration number',
      params: {
        ko: '사업자등록번호의 검증 숫자가 맞지 않습니다',
        fix: {
          ko: '사업자등록증의 번호 10자리를 다시 확인하세요',
          en: 'Copy the ten digits of the certificate',
        },
      },
    })
    .optional()
    .describe('사업자등록번호'),
  shareRates: z
    .boolean()
    .optional()
    .describe(
      '응모율 같은 비율을 같은 업종 매장의 기획에 함께 쓰는 데 동의. 이름·금액·고객 정보는 나가지 않습니다',
    ),
  brand: brandSchema.optional().describe('색과 로고'),
});
export type StoreProfile = z.infer<typeof storeProfileSchema>;
