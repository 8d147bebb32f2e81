import { z } from 'zod';
import { AuthError, isCancellation, type KtEventError, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { requireOk } from '../../http/require-ok.js';
import type { BusinessRegistry, BusinessStatus } from '../business-registry.js';
import type { ProviderOptions } from '../provider-options.js';

export interface NtsOptions extends ProviderOptions {
  /** The decoded key: it is encoded here, once. Encoding it twice is the usual cause of "not registered". */
  readonly serviceKey: string;
}

const provider = 'nts';

/** Only what is read. `match_cnt` is absent when nothing matched; an unknown number has an empty code at HTTP 200. */
const statusSchema = z.object({ data: z.array(z.object({ b_stt_cd: z.string() })).min(1) });
const keyFailureSchema = z.object({ code: z.union([z.literal(-4), z.literal(-3)]) });

/** Source: the registry's own table of `b_stt_cd`, read 2026-11-20. */
const statusOfCode: Readonly<Record<string, BusinessStatus>> = {
  '01': 'active',
  '02': 'suspended',
  '03': 'closed',
};

/**
 * Asks the National Tax Service whether a business number is in use. The registry pauses for maintenance, so no
 * answer is `unverified`, never an error: only a key it does not know must reach a person.
 *
 * @throws {@link AuthError} `AUTH_002` when the service key is not accepted.
 */
export function createNtsRegistry({ baseUrl, mode, serviceKey, http, policy }: NtsOptions): BusinessRegistry {
  return {
    mode,
    async status(businessNumber, signal) {
      const request = {
        provider,
        method: 'POST',
        url: `${baseUrl}/api/nts-businessman/v1/status`,
        query: { serviceKey, returnType: 'JSON' },
        json: { b_no: [businessNumber.replace(/\D/g, '')] },
      } as const;
      try {
        return await policy(async (signal) => toStatus(await http(request, signal)), {
          signal,
          repeatable: true,
        });
      } catch (error) {
        if (isUnanswered(error)) return 'unverified';
        throw error;
      }
    },
  };
}

function toStatus(response: HttpResponse): BusinessStatus {
  if (isKeyRefused(response)) throw new AuthError('AUTH_002', { provider, status: response.status });
  const { data } = readJson(requireOk(response, provider), statusSchema, provider);
  return statusOfCode[data[0]?.b_stt_cd ?? ''] ?? 'unknown';
}

/** A wrong key is a 401 or, at times, a 400: the code in the body tells. */
function isKeyRefused(response: HttpResponse): boolean {
  if (response.status !== 400) return false;
  try {
    return readJson(response, keyFailureSchema, provider).code < 0;
  } catch {
    return false;
  }
}

function isUnanswered(error: unknown): error is KtEventError {
  return !isCancellation(error) && error instanceof ProviderError;
}
