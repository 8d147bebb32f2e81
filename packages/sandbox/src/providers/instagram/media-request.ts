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

/** Reads the parameters of a container. Carousels and resumable uploads have no stand-in. */
export function readMediaRequest(request: SandboxRequest): MediaRequest {
  const parameters = readParameters(request);
  const type = parameters.get('media_type') ?? 'IMAGE';
  const product = products[type] ?? refuseParameter(`The sandbox has no media_type ${type}`);
  const video = parameters.get('video_url');
  const image = parameters.get('image_url');
  const kind = product === 'REELS' || (product === 'STORY' && video) ? 'VIDEO' : 'IMAGE';
  const url = kind === 'VIDEO' ? video : image;
  if (!url) {
    return refuseParameter(`The parameter ${kind === 'VIDEO' ? 'video_url' : 'image_url'} is required`);
  }
  if (kind === 'VIDEO' && parameters.has('alt_text')) {
    refuseParameter('alt_text is for images only');
  }
  return { kind, product, url, caption: parameters.get('caption') ?? '' };
}
