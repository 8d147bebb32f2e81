import { z } from 'zod';

/** Who handles people's data on behalf of the store, and to do what. Source: 개인정보보호법 §26②. */
export const processorSchema = z.strictObject({
  name: z.string().trim().min(1).max(40).describe('맡기는 곳의 이름'),
  task: z.string().trim().min(1).max(60).describe('맡기는 일'),
});
export type Processor = z.infer<typeof processorSchema>;
