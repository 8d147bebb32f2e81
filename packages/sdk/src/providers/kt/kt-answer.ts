import { z } from 'zod';
import { ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { requireOk } from '../../http/require-ok.js';
import { instantSchema } from '../../schema/primitives.js';
import type { Placement } from '../channel.js';

const statusSchema = z.enum([
  'RECEIVED',
  'IN_REVIEW',
  'APPROVED',
  'SCHEDULED',
  'ON_AIR',
  'ENDED',
  'REJECTED',
  'CANCELLED',
]);
type KtStatus = z.infer<typeof statusSchema>;

/** It goes into the path of later requests. */
export const deploymentIdSchema = z.string().regex(/^[\w-]{1,128}$/);

/** Only what is read. */
export const deploymentSchema = z.object({
  deploymentId: deploymentIdSchema,
  status: statusSchema,
  /** First moment on the air, once that is settled. */
  startsAt: instantSchema.optional().catch(undefined),
  reasonCode: z.string().optional().catch(undefined),
});
export type KtDeployment = z.infer<typeof deploymentSchema>;

/** An order that was taken is taken, whatever word they have for it. */
export const takenSchema = deploymentSchema.extend({ status: statusSchema.catch('RECEIVED') });

const states: Readonly<Record<KtStatus, Placement['state']>> = {
  RECEIVED: 'submitted',
  IN_REVIEW: 'in_review',
  APPROVED: 'scheduled',
  SCHEDULED: 'scheduled',
  ON_AIR: 'published',
  ENDED: 'published',
  REJECTED: 'refused',
  CANCELLED: 'withdrawn',
};

export function toPlacement({ deploymentId, status, startsAt, reasonCode = '' }: KtDeployment): Placement {
  const state = states[status];
  return {
    externalId: deploymentId,
    state,
    ...(state === 'scheduled' && startsAt !== undefined && { scheduledFor: startsAt }),
    ...(state === 'refused' && { reason: toReason(reasonCode) }),
  };
}

/** Assumed. In Korean with the code: a reason is one line for the owner and for whoever asks KT about it. */
const reasons = new Map([
  ['CREATIVE_SPEC', '소재 규격이 맞지 않음'],
  ['LAW_REVIEW', '광고 법규에 어긋나는 표현'],
  ['MISSING_EVIDENCE', '증빙 자료 부족'],
  ['BRAND', '상표·브랜드 사용 문제'],
  ['REGION_FULL', '그 지역에 빈자리 없음'],
]);

function toReason(reasonCode: string): string {
  const code = /^[A-Z][A-Z_]{0,40}$/.test(reasonCode) ? reasonCode : 'UNKNOWN';
  return `심사 거절: ${reasons.get(code) ?? '이유는 KT에 문의'} (${code})`;
}

/** RFC 9457. Callers branch on the last part of the type, which no publisher of the protocol has fixed. */
const problemSchema = z.object({
  type: z.string().optional().catch(undefined),
  errors: z.array(z.unknown()).optional().catch(undefined),
});

/**
 * Lets the answer to an order pass. A key that was used before leaves open what became of the first request: 409 while
 * it is at work, 422 when it had another body (draft-ietf-httpapi-idempotency-key-header-07). 409 also says that a
 * region is sold out and 422 that an order is faulty; only a problem that says so is believed to have done nothing.
 *
 * @throws ProviderError `PROVIDER_006` in doubt, `PROVIDER_001` for a region that is sold out, or as `requireOk`
 */
export function requireTaken(answer: HttpResponse, provider: string): HttpResponse {
  const { status } = answer;
  if (status !== 409 && status !== 422) return requireOk(answer, provider);
  const { type = '', errors = [] } = readProblem(answer);
  if (status === 409 && /region-(full|sold-out)$/.test(type)) {
    throw new ProviderError('PROVIDER_001', {
      provider,
      reason: `${reasons.get('REGION_FULL')} (REGION_FULL)`,
    });
  }
  if (status === 422 && errors.length > 0 && !/idempotency/i.test(type)) return requireOk(answer, provider);
  throw new ProviderError('PROVIDER_006', { provider, reason: `HTTP ${status}` });
}

function readProblem({ bytes }: HttpResponse): z.infer<typeof problemSchema> {
  try {
    return problemSchema.catch({}).parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return {};
  }
}
