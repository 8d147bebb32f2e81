import { type Block, place, stack } from '../scene/block.js';
import type { CertificateInput } from './certificate-input.js';
import { type CertificateStyle, certificateText } from './certificate-sections.js';

/** Numbers side by side: 32 hex digits are about 52 mm wide at this size. */
const columns = 3;
const idPoints = 7.6;

/**
 * The winners' numbers, prize by prize, in no more than `room` millimetres. What does not fit is counted: the paper
 * never looks complete when it is not.
 */
export function certificateWinners(
  prizes: CertificateInput['prizes'],
  style: CertificateStyle,
  room: number,
): Block {
  const heading = certificateText('당첨된 응모 확인 번호', style, 11, { face: 'bold' });
  const rest = (count: number) =>
    certificateText(`외 ${count}명, 추첨 기록에 모두 있음`, style, 9, { face: 'bold' });
  const total = prizes.reduce((sum, { winners }) => sum + winners.length, 0);
  const rows = rowsWithin(prizes, style, room - heading.height);
  if (countOf(rows) === total) return stack([heading, ...blocksOf(rows)], gap);
  const roomOfRows = room - heading.height - gap - rest(total).height;
  // a prize's name is not left alone at the foot
  while (rows.length > 0 && (rows.at(-1)?.ids === 0 || heightOf(rows) > roomOfRows)) rows.pop();
  return stack([heading, ...blocksOf(rows), rest(total - countOf(rows))], gap);
}

const gap = 0.7;

interface Row {
  readonly block: Block;
  /** How many numbers are in it. */
  readonly ids: number;
}

const blocksOf = (rows: readonly Row[]): Block[] => rows.map(({ block }) => block);
const countOf = (rows: readonly Row[]): number => rows.reduce((sum, { ids }) => sum + ids, 0);

const heightOf = (rows: readonly Row[]): number =>
  rows.reduce((sum, { block }) => sum + gap + block.height, 0);

/** Rows from the first on, as far as there is room: thousands may have won, and a page holds some dozens. */
function rowsWithin(prizes: CertificateInput['prizes'], style: CertificateStyle, room: number): Row[] {
  const rows: Row[] = [];
  for (const row of rowsOf(prizes, style)) {
    rows.push(row);
    if (heightOf(rows) <= room) continue;
    rows.pop();
    break;
  }
  return rows;
}

function* rowsOf(prizes: CertificateInput['prizes'], style: CertificateStyle): Generator<Row> {
  for (const { name, winners } of prizes) {
    yield { block: prizeLine(`${name} · ${winners.length}명`, style), ids: 0 };
    for (let from = 0; from < winners.length; from += columns) {
      const ids = winners.slice(from, from + columns);
      yield { block: idRow(ids, style), ids: ids.length };
    }
  }
}

/** A little apart from the numbers of the prize before. */
function prizeLine(text: string, style: CertificateStyle): Block {
  const line = certificateText(text, style, 9);
  return { ...line, height: line.height + apart, items: place(line, 0, apart) };
}

const apart = 1;

function idRow(ids: readonly string[], style: CertificateStyle): Block {
  const width = style.width / columns;
  const cells = ids.map((id) => certificateText(id, { ...style, width, scale: 1 }, idPoints));
  return {
    width: style.width,
    height: Math.max(...cells.map(({ height }) => height)),
    items: cells.flatMap((cell, index) => place(cell, index * width, 0)),
  };
}
