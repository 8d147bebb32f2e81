import type { SandboxRequest } from '../../provider.js';
import { readContentType, readFormBody } from '../../request-body.js';
import type { ContainerInput } from './account.js';
import { refuseParameter } from './graph-error.js';

export interface MediaRequest extends ContainerInput {
  readonly url: string;
}

/** Parameters may come in the query or as a form. */
export function readParameters(request: SandboxRequest): URLSearchParams {
  const isForm = readContentType(request) === 'application/x-www-form-urlencoded';
  return new URLSearchParams([...request.query, ...(isForm ? readFormBody(request) : [])]);
}

const products: Readonly<Record<string, ContainerInput['product']>> = {
  IMAGE: 'FEED',
  REELS: 'REELS',
  STORIES: 'STORY',
};

/** The address the media is downloaded from. */
function readMediaUrl(parameters: URLSearchParams, kind: ContainerInput['kind']): string {
  const name = kind === 'VIDEO' ? 'video_url' : 'image_url';
  return parameters.get(name) || refuseParameter(`The parameter ${name} is required`);
}

/** Reads the parameters of a container. Carousels and resumable uploads have no stand-in. */
export function readMediaRequest(request: SandboxRequest): MediaRequest {
  const parameters = readParameters(request);
  const type = parameters.get('media_type') ?? 'IMAGE';
  const product = products[type] ?? refuseParameter(`The sandbox has no media_type ${type}`);
  const isVideoStory = product === 'STORY' && parameters.has('video_url');
  const kind = product === 'REELS' || isVideoStory ? 'VIDEO' : 'IMAGE';
  const url = readMediaUrl(parameters, kind);
  if (kind === 'VIDEO' && parameters.has('alt_text')) {
    refuseParameter('alt_text is for images only');
  }
  return { kind, product, url, caption: parameters.get('caption') ?? '' };
}
