import { type Block, stack } from '../scene/block.js';
import type { FilmScene, Layer } from './film-scene.js';
import type { FilmStyle } from './film-style.js';

interface Content {
  readonly ground: FilmScene['ground'];
  /** From top to bottom, in the order in which they come in unless `first` says otherwise. */
  readonly lines: readonly Block[];
  /** Which of the lines comes in before the others. @defaultValue 0 */
  readonly first?: number;
  /** A picture beside them. */
  readonly picture: Block;
  /** Decoration may stand where apps lay their controls; a code may not. */
  readonly decoration: boolean;
  /** Frames after which the first line comes in. */
  readonly after: number;
}

export interface Arranged {
  readonly scene: FilmScene;
  readonly fits: boolean;
}

/** Frames between one piece and the next. */
const stagger = 4;

/** How wide the lines may be: the picture has the rest of a wide film. */
export function lineWidth({ shape, room, frame }: FilmStyle, pictureWidth: number): number {
  if (shape === 'tall' || pictureWidth === 0) return room.width;
  return room.width - pictureWidth - 80 * frame.unitPx;
}

/** Lines on the left and the picture on the right of a wide film; above one another in a tall one. */
export function arrange(content: Content, style: FilmStyle): Arranged {
  const { room, frame, shape } = style;
  const { lines, picture, ground } = content;
  const gap = 32 * frame.unitPx * style.scale;
  const words = stack(lines, gap);
  const below = shape === 'tall' && !content.decoration ? picture.height + 2 * gap : 0;
  const height = words.height + below;
  const top = room.y + Math.max(0, (room.height - height) / 2);
  const at = pictureAt(content, style, top + words.height + 2 * gap);
  const float: Layer = { block: picture, ...at, entrance: 'float', after: content.after + stagger };
  return {
    scene: {
      ground,
      layers: [...toLayers(content, room.x, top, gap), ...(picture.height > 0 ? [float] : [])],
    },
    fits: height <= room.height && (shape === 'tall' || picture.height <= room.height),
  };
}

function toLayers({ lines, first = 0, after }: Content, x: number, top: number, gap: number): Layer[] {
  let y = top;
  return lines.flatMap((block, index) => {
    if (block.height === 0) return [];
    const layer = { block, x, y, entrance: 'reveal', after: after + turnOf(index, first) * stagger } as const;
    y += block.height + gap;
    return [layer];
  });
}

function turnOf(index: number, first: number): number {
  if (index === first) return 0;
  return index < first ? index + 1 : index;
}

function pictureAt({ picture, decoration }: Content, { room, frame, shape }: FilmStyle, afterWords: number) {
  const centred = room.x + (room.width - picture.width) / 2;
  if (shape === 'wide') {
    return { x: room.x + room.width - picture.width, y: room.y + (room.height - picture.height) / 2 };
  }
  if (!decoration) return { x: centred, y: afterWords };
  const end = frame.safe.y + frame.safe.height;
  return { x: centred, y: end + (frame.below - picture.height) / 2 };
}
