import { UserError } from '../../errors/index.js';

/** One file or folder name: no separator, drive, control character or way up. */
const segmentPattern = /^(?!\.{1,2}$)[^/\\:\p{Cc}]{1,200}$/u;

/** Splits a relative path with forward slashes. @throws UserError `USER_016` when it could leave the folder. */
export function toSegments(path: string): string[] {
  const segments = path.split('/');
  if (segments.every((segment) => segmentPattern.test(segment))) return segments;
  throw new UserError('USER_016', { path, reason: 'outside the folder' });
}
