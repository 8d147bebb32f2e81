import { z } from 'zod';
import { AuthError, type KtEventError, ProviderError } from '../../errors/index.js';
import type { HttpResponse } from '../../http/http.js';
import { readJson } from '../../http/read-json.js';
import { reasonOf } from '../../http/reason-of.js';
import { requireOk } from '../../http/require-ok.js';

const provider = 'instagram';

/** Only what is read: the status says little here, most failures are 400. */
const failureSchema = z.object({
  error: z.object({
    code: z.number(),
    error_subcode: z.number().optional(),
    is_transient: z.boolean().optional(),
  }),
});
type Failure = z.infer<typeof failureSchema>['error'];

/** What to do about a failure. `unclear`: it may have worked all the same. */
type Verdict = 'credentials' | 'later' | 'unclear' | 'refused';

/** Source: Meta's content publishing error table, read 2026-11-20. They say more than the code above them. */
const verdictOfSubcode: Readonly<Record<number, Verdict>> = {
  2207020: 'refused', // container expired
  2207053: 'refused', // upload failed: only a new container helps
  2207051: 'refused', // looks like spam
  2207042: 'refused', // daily limit
  2207008: 'later', // container not ready
  2207006: 'later', // [M] the same
};

/** Source: Meta's Graph error table, read 2026-11-20. */
const verdictOfCode: Readonly<Record<number, Verdict>> = {
  190: 'credentials',
  10: 'credentials',
  3: 'credentials',
  4: 'later',
  17: 'later',
  24: 'later',
  32: 'later',
  341: 'later',
  613: 'later',
  [-2]: 'unclear',
  [-1]: 'unclear',
  1: 'unclear',
  2: 'unclear',
};

/** Lets an accepted answer pass; throws what Meta's own codes say, whatever the status. */
export function requireAccepted(response: HttpResponse): HttpResponse {
  if (response.status < 400) return requireOk(response, provider);
  const failure = readFailure(response);
  if (!failure) return requireOk(response, provider);
  throw errorFor(failure, response);
}

/** A front server in between answers with HTML: then the status is all there is. */
function readFailure(response: HttpResponse): Failure | undefined {
  try {
    return readJson(response, failureSchema, provider).error;
  } catch {
    return undefined;
  }
}

function errorFor(failure: Failure, response: HttpResponse): KtEventError {
  const status = failure.error_subcode ? `${failure.code}/${failure.error_subcode}` : `${failure.code}`;
  switch (verdictOf(failure)) {
    case 'credentials':
      return new AuthError('AUTH_002', { provider, status });
    case 'later':
      return new ProviderError('PROVIDER_002', { provider, status });
    case 'unclear':
      return new ProviderError('PROVIDER_006', { provider, reason: status });
    case 'refused':
      return new ProviderError('PROVIDER_001', { provider, reason: `${status}, ${reasonOf(response)}` });
  }
}

function verdictOf({ code, error_subcode: subcode = 0, is_transient: transient = false }: Failure): Verdict {
  const known = verdictOfSubcode[subcode] ?? verdictOfCode[code];
  if (known) return known;
  if (code >= 200 && code <= 299) return 'credentials'; // a permission is missing
  return transient ? 'unclear' : 'refused';
}
