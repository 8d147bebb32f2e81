import { isRecord, type JsonRecord, listAt, textAt } from '../../json.js';
import { type ProblemError, problemResponse } from '../../problem.js';
import type { SandboxRequest } from '../../provider.js';
import { readContentType, readJsonBody } from '../../request-body.js';
import { Refusal } from '../../response.js';

/** A blog post ready to be placed: what the assisted publishing endpoint is given. */
export interface BlogPackage {
  readonly title: string;
  readonly reference: string;
  readonly tags: readonly string[];
  /** Checked: nothing in it runs. */
  readonly html: string;
  readonly plainText: string;
}

const longestTitle = 100;
const mostTags = 30;
/** The editor drops any other mark-up on paste. */
const keptElements = /^(?:p|br|h[1-6]|b|strong|a|ul|ol|li|img|figure)$/;

function findForeignElements(html: string): readonly string[] {
  const names = [...html.matchAll(/<\/?([a-z][a-z0-9-]*)/gi)].map(([, name = '']) => name.toLowerCase());
  return [...new Set(names.filter((name) => !keptElements.test(name)))];
}

function checkTexts(body: JsonRecord): readonly ProblemError[] {
  const missing = ['title', 'html', 'plainText', 'reference'].filter((field) => !textAt(body, field)?.trim());
  const errors = missing.map((field) => ({ field, message: 'is required' }));
  const title = textAt(body, 'title') ?? '';
  return title.length > longestTitle
    ? [...errors, { field: 'title', message: `is longer than ${longestTitle} characters` }]
    : errors;
}

function checkHtml(body: JsonRecord): readonly ProblemError[] {
  const html = textAt(body, 'html') ?? '';
  const hasHandlers = /\son\w+\s*=|javascript:/i.test(html);
  const foreign = findForeignElements(html);
  return [
    ...(foreign.length > 0 ? [{ field: 'html', message: `holds ${foreign.join(', ')}` }] : []),
    ...(hasHandlers ? [{ field: 'html', message: 'holds script' }] : []),
  ];
}

function checkLists(body: JsonRecord): readonly ProblemError[] {
  const tags = body['tags'];
  const areTags = Array.isArray(tags) && tags.every((tag) => typeof tag === 'string' && tag !== '');
  const areImages = listAt(body, 'images').every(
    (image) => isRecord(image) && textAt(image, 'alt') !== undefined,
  );
  return [
    ...(areTags ? [] : [{ field: 'tags', message: 'must be a list of words' }]),
    ...(areTags && tags.length > mostTags ? [{ field: 'tags', message: `are more than ${mostTags}` }] : []),
    ...(areImages ? [] : [{ field: 'images', message: 'must each have an alt text' }]),
  ];
}

/** Reads the package, or refuses it with every fault it has. */
export function readBlogPackage(request: SandboxRequest): BlogPackage {
  if (readContentType(request) !== 'application/json') {
    throw new Refusal(problemResponse(415, 'content-type', 'Send application/json'));
  }
  const body = readJsonBody(request);
  if (!isRecord(body)) {
    throw new Refusal(problemResponse(400, 'malformed', 'The body is not a JSON object'));
  }
  const errors = [...checkTexts(body), ...checkHtml(body), ...checkLists(body)];
  if (errors.length > 0) {
    throw new Refusal(problemResponse(422, 'invalid-package', 'The package cannot be placed', errors));
  }
  return {
    title: textAt(body, 'title') ?? '',
    reference: textAt(body, 'reference') ?? '',
    tags: listAt(body, 'tags').map(String),
    html: textAt(body, 'html') ?? '',
    plainText: textAt(body, 'plainText') ?? '',
  };
}
