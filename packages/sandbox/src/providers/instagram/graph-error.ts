import { jsonResponse, Refusal, type SandboxResponse } from '../../response.js';
import { seededHex } from '../../seeded.js';

export interface GraphError {
  readonly code: number;
  readonly subcode?: number;
  readonly message: string;
  readonly transient?: boolean;
}

/** Failures of the named meanings. Marked [M]: known from memory, not read in Meta's pages. */
export const graphErrors = {
  tokenMissing: { code: 190, message: 'An access token is required to request this resource.' },
  tokenInvalid: { code: 190, subcode: 467, message: 'Invalid OAuth access token.' },
  tokenExpired: { code: 190, subcode: 463, message: 'The access token has expired.' },
  /** [M] for the subcode. */
  unknownObject: { code: 100, subcode: 33, message: 'Unsupported request. The object does not exist.' },
  downloadTimedOut: {
    code: -2,
    subcode: 2207003,
    message: 'It takes too long to download the media.',
    transient: true,
  },
  /** [M] both numbers. */
  notFetchable: { code: 9004, subcode: 2207052, message: 'The media could not be fetched from this URI.' },
  imageTooLarge: { code: 36000, subcode: 2207004, message: 'The image is too large to download.' },
  /** [M] */
  imageFormat: { code: 36001, subcode: 2207005, message: 'The image format is not supported.' },
  /** [M] */
  aspectRatio: { code: 36003, subcode: 2207009, message: 'The aspect ratio is not supported.' },
  /** [M] */
  videoFormat: { code: 352, subcode: 2207026, message: 'The video format is not supported.' },
  /** [M] both numbers. */
  captionTooLong: { code: 36004, subcode: 2207010, message: 'The caption is too long.' },
  /** [M] for the subcode. */
  containerUnknown: { code: 24, subcode: 2207006, message: 'The requested resource does not exist.' },
  containerNotReady: { code: 24, subcode: 2207008, message: 'The media is not ready for publishing.' },
  containerExpired: {
    code: -2,
    subcode: 2207020,
    message: 'The media you are trying to access has expired.',
  },
  /** The code is [M]. */
  coverBeyondEnd: { code: 100, subcode: 2207057, message: 'The thumbnail offset is beyond the end.' },
  uploadFailed: { code: -1, subcode: 2207053, message: 'The upload failed for an unknown reason.' },
  /** [M] */
  fewViewers: { code: 10, message: 'Not enough viewers for the media to show insights.' },
  callLimit: { code: 4, message: 'Application request limit reached.', transient: true },
  dailyLimit: { code: 9, subcode: 2207042, message: 'You reached the maximum number of posts allowed.' },
} as const satisfies Record<string, GraphError>;

/** HTTP status by code; callers are told to trust the code, since Meta answers most things with 400. */
function toHttpStatus(code: number): number {
  if (code === -1 || code === -2) {
    return 500;
  }
  return code === 10 || (code >= 200 && code < 300) ? 403 : 400;
}

export function toGraphError(error: GraphError, status = toHttpStatus(error.code)): SandboxResponse {
  const { code, subcode, message, transient = false } = error;
  return jsonResponse(status, {
    error: {
      message,
      type: 'OAuthException',
      code,
      ...(subcode === undefined ? {} : { error_subcode: subcode }),
      is_transient: transient,
      error_user_title: message,
      error_user_msg: message,
      fbtrace_id: `A${seededHex(20, code, subcode ?? 0, message)}`,
    },
  });
}

export function refuseGraph(error: GraphError): never {
  throw new Refusal(toGraphError(error));
}

/** `(#100)`: a parameter is missing or wrong. */
export function refuseParameter(message: string): never {
  return refuseGraph({ code: 100, message: `(#100) ${message}` });
}
