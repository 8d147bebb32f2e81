import { challengeSchema, type ErrorCode, errorCatalogue } from '@kt-event/sdk';
import { z } from 'zod';

const bilingualSchema = z.object({ ko: z.string(), en: z.string() });

const issueSchema = z.object({
  path: z.array(z.union([z.string(), z.number()])).describe('Where, as keys from the root of the body'),
  message: bilingualSchema,
  fix: bilingualSchema.optional(),
});

/** How every failure is told. Source: RFC 9457, with our code and Korean texts as extension members. */
export const problemSchema = z
  .object({
    type: z.string().describe('urn:kt-event:error:{code}'),
    code: z.string().describe('Stable: branch on it'),
    title: z.string(),
    status: z.int(),
    detail: z.string().optional(),
    hint: z.string().optional(),
    ko: z.object({ title: z.string(), message: z.string(), hint: z.string() }).optional(),
    challenge: challengeSchema.optional().describe('To solve before the next try, where one was missing'),
    visitor: z
      .object({ title: z.string(), text: z.string(), fields: z.record(z.string(), z.string()) })
      .optional()
      .describe('Plain Korean for whoever takes part, with what to do about each field'),
    errors: z.array(issueSchema).readonly().optional().describe('Places to correct'),
  })
  .describe('Problem details (RFC 9457)');
export type Problem = z.infer<typeof problemSchema>;

/** Documentation of the failures of one route, one response for each status. */
export function problemResponses(codes: readonly ErrorCode[]) {
  const statuses = new Set(codes.map((code) => errorCatalogue[code].httpStatus));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const ours = codes.filter((code) => errorCatalogue[code].httpStatus === status);
      const description = ours.map((code) => `${code}: ${errorCatalogue[code].title.en}`).join('; ');
      return [status, { description, content: { 'application/problem+json': { schema: problemSchema } } }];
    }),
  );
}
