import { setImmediate as breathe } from 'node:timers/promises';
import { type Issue, UserError } from '../../errors/index.js';
import { schemeOf } from '../colour/scheme.js';
import { composeScene } from '../design/compose-scene.js';
import type { Design } from '../design/design.js';
import { type Format, frameOf } from '../design/frame.js';
import { locateJson } from '../design/locate-json.js';
import type { Template } from '../design/template-schema.js';
import { paintPdf } from '../scene/paint-pdf.js';
import { rasterisePixels } from '../scene/rasterise.js';
import type { Scene } from '../scene/scene.js';
import { checkFormats } from './check-formats.js';
import { type FaultKind, textOfFault } from './fault-texts.js';
import { hardWords } from './hard-words.js';
import { lostSigns } from './lost-signs.js';
import { lostWords } from './lost-words.js';
import { paintingBehind } from './paintings.js';
import { faintTexts, sceneFaults } from './scene-faults.js';

/** Something wrong with a template: of its file, or of what is drawn from it. */
export interface TemplateFinding extends Issue {
  readonly kind: 'format' | FaultKind;
  /** Absent where the file could not be read so far. */
  readonly template?: string;
  /** Picture on which it was seen, such as `feed 1080×1350`; millimetres in print. */
  readonly picture?: string;
  /** Words with which it was seen. */
  readonly words?: keyof typeof hardWords;
}

const schemes = [
  schemeOf({ deep: 255, accent: 90, second: 30 }),
  schemeOf({ deep: 28, accent: 85, second: 150 }),
  schemeOf({ deep: 350, accent: 75, second: 200 }),
];
const checkedWidthPx = 320;

/**
 * Draws a template at every size with the words that break designs, in several colours, and tells what a reader would
 * miss: once for each kind of fault and each size. Gives way to other work between two pictures.
 *
 * @param text - What the file says, for the places of what is found.
 */
export async function checkTemplate(
  template: Template,
  { file, text }: { readonly file: string; readonly text: string },
  signal?: AbortSignal,
): Promise<TemplateFinding[]> {
  const found = new Map<string, TemplateFinding>();
  const located = locateJson(text);
  const add = (fault: Fault) => {
    const { path } = fault;
    const place = 'fault' in located ? {} : located.positionOf(path);
    const key = `${fault.kind} ${fault.picture ?? path.join('.')}`;
    if (!found.has(key)) found.set(key, { ...fault, template: template.name, file, ...place });
  };
  for (const fault of lostSigns(template)) add({ kind: 'glyph', ...fault });
  for (const [index, format] of checkFormats.entries()) {
    for (const name of Object.keys(hardWords) as (keyof typeof hardWords)[]) {
      signal?.throwIfAborted();
      await breathe();
      const scheme = schemes[(index + name.length) % schemes.length] as Design['scheme'];
      for (const fault of await faultsOf(template, format, name, scheme)) add(fault);
    }
  }
  return [...found.values()];
}

type Fault = Omit<TemplateFinding, 'file' | 'line' | 'column' | 'template'>;

async function faultsOf(
  template: Template,
  format: Format,
  name: keyof typeof hardWords,
  scheme: Design['scheme'],
): Promise<Fault[]> {
  const design = designOf(template, format, name, scheme);
  const at = {
    path: ['layouts', frameOf(format).layout],
    picture: `${format.use} ${format.width}×${format.height}`,
    words: name,
  };
  const faults = await drawnFaults(design, name === 'long' && format.use === 'print');
  return faults.map(([kind, what]) => ({ kind, ...at, ...textOfFault(kind, what) }));
}

type Found = readonly [kind: FaultKind, what: string];

/** Really drawn: what the painters cannot paint is found here, not in a campaign. */
async function drawnFaults(design: Design, printed: boolean): Promise<Found[]> {
  let scene: Scene;
  try {
    scene = composeScene(design);
  } catch (error) {
    if (error instanceof UserError) return [['overflow', design.words.title]];
    throw error;
  }
  const heightPx = Math.round((checkedWidthPx * scene.height) / scene.width);
  rasterisePixels(scene, { widthPx: checkedWidthPx, heightPx });
  if (printed) await paintPdf(scene, new Date(0));
  return [
    ...sceneFaults(scene).map(({ kind, text }): Found => [kind, text]),
    ...faintTexts(scene).map((what): Found => ['contrast', what]),
    ...lostWords(scene, design).map((what): Found => ['missing', what]),
  ];
}

function designOf(
  template: Template,
  format: Format,
  name: keyof typeof hardWords,
  scheme: Design['scheme'],
): Design {
  const words = hardWords[name];
  const coded = format.use === 'print' || format.use === 'screen';
  const onTable = frameOf(format).layout === 'tent';
  return {
    format,
    template,
    scheme,
    motifs: { trade: ['hot-beverage', 'croissant'], season: ['snowflake', 'bell'] },
    picture: paintingBehind(name),
    words: onTable ? { ...words, steps: [], notices: words.notices.slice(0, 1) } : words,
    url: coded ? 'https://event.example/e/bp4rpp4s?from=print' : undefined,
    label: '미리보기 · 실제 이벤트가 아닙니다',
    aiLabel: 'AI로 그린 그림 · 실제와 다를 수 있음',
  };
}
