import { z } from 'zod';

/** Who handles people's data on behalf of the store, and to do what. Source: 개인정보보호법 §26②. */
export const processorSchema = z.strictObject({
  name: z.string().trim().min(1).max(40).describe('맡기는 곳의 이름'),
  task: z.string().trim().min(1).max(60).describe('맡기는 일'),
  contract: z.boolean().optional().describe('위탁 계약서가 있는지'),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional()
    .describe('정보가 있는 나라, 두 글자. 비우면 KR'),
  overseasNotice: z.boolean().optional().describe('국외로 보낸다고 따로 알렸는지'),
  storeAgreed: z.boolean().optional().describe('재위탁이면 매장이 동의했는지'),
  certifiedSender: z.boolean().optional().describe('광고 문자를 보내는 곳이면 전송자격인증을 받았는지'),
});
export type Processor = z.infer<typeof processorSchema>;
