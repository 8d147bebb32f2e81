import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { create, type Font } from 'fontkit';
import { BugError } from '../errors/index.js';

/** Text faces, display faces, and the one that stands in where the others have no glyph (hanja, kana). */
export type Face = 'regular' | 'bold' | 'black' | 'poster' | 'gothic' | 'round' | 'serif' | 'han';

/** All under the SIL Open Font License; each licence lies beside its file. */
const files: Readonly<Record<Face, string>> = {
  regular: 'Pretendard-Regular.ttf',
  bold: 'Pretendard-Bold.ttf',
  black: 'Pretendard-Black.ttf',
  poster: 'BlackHanSans-Regular.ttf',
  gothic: 'DoHyeon-Regular.ttf',
  round: 'Jua-Regular.ttf',
  serif: 'SongMyung-Regular.ttf',
  han: 'NotoSansKR-Bold.ttf',
};

const read = new Map<Face, Buffer>();

/** Some files end with an empty glyph, whose header fontkit reads past the end: room for one header. */
const padding = 16;

/** The bytes of the font's file. Two levels up is the package, from `src/` and from `dist/` alike. */
export function fontBytes(face: Face): Buffer {
  const bytes = read.get(face) ?? readFont(new URL(`../../assets/fonts/${files[face]}`, import.meta.url));
  read.set(face, bytes);
  return bytes;
}

/** Into one place: to copy some megabytes takes as long as to read them. */
function readFont(file: URL): Buffer {
  const descriptor = openSync(file, 'r');
  try {
    const bytes = Buffer.alloc(fstatSync(descriptor).size + padding);
    readSync(descriptor, bytes);
    return bytes;
  } finally {
    closeSync(descriptor);
  }
}

const opened = new Map<Face, Font>();

/** The parsed font. Parsing takes tens of milliseconds, so each file is opened once, on first use. */
export function fontOf(face: Face): Font {
  const font = opened.get(face) ?? openFont(face);
  opened.set(face, font);
  return font;
}

/** Faces that hold only the 2,350 commonest syllables. */
const displayFaces: ReadonlySet<Face> = new Set<Face>(['poster', 'gothic', 'round', 'serif']);

/** Where a character is looked for when a text is set in this face: the first that has it. */
export function facesFor(face: Face): readonly Face[] {
  return displayFaces.has(face) ? [face, 'black', 'han'] : [face, 'han'];
}

/**
 * The face in which the whole of a text is set. One rare syllable in another hand is ugly: a display face that lacks
 * a letter gives way altogether.
 */
export function faceOf(text: string, face: Face): Face {
  if (!displayFaces.has(face)) return face;
  const [own, spare] = [fontOf(face), fontOf('black')];
  const lacks = Array.from(text.matchAll(/\p{L}/gu), ([letter]) => letter.codePointAt(0) ?? 0).some(
    (point) => !own.hasGlyphForCodePoint(point) && spare.hasGlyphForCodePoint(point),
  );
  return lacks ? 'black' : face;
}

function openFont(face: Face): Font {
  const font = create(fontBytes(face));
  if ('layout' in font) return font;
  throw new BugError('BUG_001', { reason: 'a font file holds a collection' });
}
