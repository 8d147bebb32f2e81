import { type Face, fontBytes } from '../fonts.js';
import type { Item, PanelItem, PictureItem, Scene } from './scene.js';

const pointsPerMm = 72 / 25.4;

/**
 * The scene as a one-page PDF with its bleed, text as text in embedded fonts. The same scene and date give the
 * same bytes: pdfkit derives the file id from the date and the title.
 */
export async function paintPdf(scene: Scene, createdAt: Date): Promise<Uint8Array> {
  // Here: who draws no page need not read it.
  const { default: PDFDocument } = await import('pdfkit');
  const scale = scene.unit === 'mm' ? pointsPerMm : 1;
  const page = [scene.width + 2 * scene.bleed, scene.height + 2 * scene.bleed].map((side) => side * scale);
  const document = new PDFDocument({
    size: [page[0] ?? 0, page[1] ?? 0],
    margin: 0,
    lang: 'ko-KR',
    displayTitle: true,
    info: { Title: scene.title, Creator: 'kt-event', Producer: 'pdfkit', CreationDate: createdAt },
  });
  const bytes = collect(document);
  setTrimBox(document, scene, scale);
  // A font is opened anew: one that is open keeps with each glyph the text that it first stood for, of other pages.
  for (const face of facesIn(scene.items)) document.registerFont(face, fontBytes(face));
  document.scale(scale).translate(scene.bleed, scene.bleed);
  for (const item of scene.items) paintItem(document, item);
  document.end();
  return await bytes;
}

/** Only what is used is embedded, in order of use. */
function facesIn(items: readonly Item[]): Set<Face> {
  return new Set(
    items.flatMap((item) =>
      item.kind === 'text' ? [item.face] : item.kind === 'panel' ? [...facesIn(item.items)] : [],
    ),
  );
}

function setTrimBox({ page }: PDFKit.PDFDocument, { width, height, bleed }: Scene, scale: number): void {
  const trim = [bleed, bleed, bleed + width, bleed + height].map((edge) => edge * scale);
  Object.assign(page.dictionary.data, { TrimBox: trim, BleedBox: [0, 0, page.width, page.height] });
}

function paintItem(document: PDFKit.PDFDocument, item: Item): void {
  switch (item.kind) {
    case 'text':
      document.font(item.face).fontSize(item.size).fillColor(item.fill);
      document.text(item.text, item.x, item.baseline, { lineBreak: false, baseline: 'alphabetic' });
      break;
    case 'rect': {
      const { x, y, width, height } = item.box;
      document.roundedRect(x, y, width, height, item.radius).fillColor(item.fill).fill();
      break;
    }
    case 'path':
      document.save().translate(item.x, item.y).scale(item.scale);
      document.path(item.d).fillColor(item.fill, item.opacity ?? 1);
      document.fill(item.evenOdd ? 'even-odd' : 'non-zero').restore();
      break;
    case 'picture':
      paintPicture(document, item);
      break;
    case 'panel':
      paintPanel(document, item);
  }
}

function paintPanel(document: PDFKit.PDFDocument, { clip, x, y, turned, items }: PanelItem): void {
  document.save();
  if (clip) document.rect(clip.x, clip.y, clip.width, clip.height).clip();
  document.translate(x, y).rotate(turned ? 180 : 0);
  for (const item of items) paintItem(document, item);
  document.restore();
}

function paintPicture(document: PDFKit.PDFDocument, { box, radius, fit, picture }: PictureItem): void {
  const { x, y, width, height } = box;
  const size: [number, number] = [width, height];
  document.save().roundedRect(x, y, width, height, radius).clip();
  document.image(Buffer.from(picture.bytes), x, y, {
    [fit === 'cover' ? 'cover' : 'fit']: size,
    align: 'center',
    valign: 'center',
  });
  document.restore();
}

function collect(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(chunks))));
    document.on('error', reject);
  });
}
