import type { SandboxRequest } from '../../provider.js';
import { readContentType, readFormBody } from '../../request-body.js';
import type { ContainerInput } from './containers.js';
import { graphErrors, refuseGraph, refuseParameter } from './graph-error.js';

export interface MediaRequest extends ContainerInput {
  /** Nothing for a carousel, which gathers what was downloaded before. */
  readonly url?: string;
}

/** Parameters may come in the query or as a form. */
export function readParameters(request: SandboxRequest): URLSearchParams {
  const isForm = readContentType(request) === 'application/x-www-form-urlencoded';
  return new URLSearchParams([...request.query, ...(isForm ? readFormBody(request) : [])]);
}

const products: Readonly<Record<string, ContainerInput['product']>> = {
  IMAGE: 'FEED',
  VIDEO: 'FEED',
  CAROUSEL: 'FEED',
  REELS: 'REELS',
  STORIES: 'STORY',
};

/** A reel may last 15 minutes: a cover beyond that is beyond its end. */
const longestReelMs = 15 * 60_000;

/** The address the media is downloaded from. */
function readMediaUrl(parameters: URLSearchParams, kind: ContainerInput['kind']): string {
  const name = kind === 'VIDEO' ? 'video_url' : 'image_url';
  return parameters.get(name) || refuseParameter(`The parameter ${name} is required`);
}

function toKind(type: string, parameters: URLSearchParams): ContainerInput['kind'] {
  if (type === 'CAROUSEL') {
    return 'CAROUSEL_ALBUM';
  }
  const isFilm = type === 'REELS' || type === 'VIDEO' || (type === 'STORIES' && parameters.has('video_url'));
  return isFilm ? 'VIDEO' : 'IMAGE';
}

/** What does not go together. That a caption of an item is refused, rather than dropped, is assumed. */
function checkCombination(type: string, parameters: URLSearchParams, isItem: boolean): void {
  if (type === 'VIDEO' && !isItem) {
    refuseParameter('media_type VIDEO is for carousel items; use REELS');
  }
  if (isItem && (!['IMAGE', 'VIDEO'].includes(type) || parameters.has('caption'))) {
    refuseParameter('A carousel item is a picture or a film without a caption');
  }
  if (type !== 'IMAGE' && parameters.has('alt_text')) {
    refuseParameter('alt_text is for images only');
  }
  if (type === 'REELS' && !isCover(parameters.get('thumb_offset') ?? '0')) {
    refuseGraph(graphErrors.coverBeyondEnd);
  }
}

const isCover = (offset: string): boolean => /^\d{1,9}$/.test(offset) && Number(offset) <= longestReelMs;

/** Reads the parameters of a container. Resumable uploads have no stand-in. */
export function readMediaRequest(request: SandboxRequest): MediaRequest {
  const parameters = readParameters(request);
  const type = parameters.get('media_type') ?? 'IMAGE';
  const product = products[type] ?? refuseParameter(`The sandbox has no media_type ${type}`);
  const isItem = parameters.get('is_carousel_item') === 'true';
  checkCombination(type, parameters, isItem);
  const kind = toKind(type, parameters);
  return {
    kind,
    product,
    isItem,
    caption: parameters.get('caption') ?? '',
    altText: parameters.get('alt_text') ?? '',
    children: (parameters.get('children') ?? '').split(',').filter(Boolean),
    ...(kind !== 'CAROUSEL_ALBUM' && { url: readMediaUrl(parameters, kind) }),
  };
}
