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
  const heading = certificateText('당첨된 응모 확인 번호', style, 11, { weight: 'bold' });
  const rest = (count: number) =>
    certificateText(`외 ${count}명, 추첨 기록에 모두 있음`, style, 9, { weight: 'bold' });
  const rows = prizes.flatMap((prize) => rowsOf(prize, style));
  const total = countOf(rows);
  const all = stack([heading, ...blocksOf(rows)], gap);
  if (all.height <= room) return all;
  for (let kept = rows.length - 1; kept > 0; kept -= 1) {
    const shown = rows.slice(0, kept);
    if (shown.at(-1)?.ids === 0) continue; // a prize's name is not left alone at the foot
    const block = stack([heading, ...blocksOf(shown), rest(total - countOf(shown))], gap);
    if (block.height <= room) return block;
  }
  return stack([heading, rest(total)], gap);
}

const gap = 0.7;

interface Row {
  readonly block: Block;
  /** How many numbers are in it. */
  readonly ids: number;
}

const blocksOf = (rows: readonly Row[]): Block[] => rows.map(({ block }) => block);
const countOf = (rows: readonly Row[]): number => rows.reduce((sum, { ids }) => sum + ids, 0);

function rowsOf({ name, winners }: CertificateInput['prizes'][number], style: CertificateStyle): Row[] {
  const title = certificateText(`${name} · ${winners.length}명`, style, 9);
  const rows: Row[] = [{ block: title, ids: 0 }];
  for (let from = 0; from < winners.length; from += columns) {
    const ids = winners.slice(from, from + columns);
    rows.push({ block: idRow(ids, style), ids: ids.length });
  }
  return rows;
}

function idRow(ids: readonly string[], style: CertificateStyle): Block {
  const width = style.width / columns;
  const cells = ids.map((id) => certificateText(id, { ...style, width, scale: 1 }, idPoints));
  return {
    width: style.width,
    height: Math.max(...cells.map(({ height }) => height)),
    items: cells.flatMap((cell, index) => place(cell, index * width, 0)),
  };
}
