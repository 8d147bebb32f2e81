import { toneOn } from '../colour/tone.js';
import { type Block, card, emptyBlock, place, stack } from '../scene/block.js';
import { textBlock } from '../scene/text-block.js';
import { aligned } from './build-row.js';
import type { Setting } from './setting.js';
import type { TemplateNode } from './template-schema.js';
import { factNames } from './words.js';

type TextNode = Extract<TemplateNode, { text: unknown }>;
type ListNode = Extract<TemplateNode, { list: unknown }>;
type FactsNode = Extract<TemplateNode, { facts: unknown }>;
type TextStyle = Pick<TextNode, 'size' | 'face' | 'tone' | 'lines' | 'leading'>;

/** A text shrinks to this much of its size before it takes more lines. */
const leastShare = 0.6;

export function buildText(text: string, style: TextStyle, setting: Setting): Block {
  const { unit, scale, minText, scheme, ground, display, width, align } = setting;
  const size = Math.max(style.size * unit * scale, minText);
  return textBlock(text, {
    face: style.face === 'display' ? display : style.face,
    fill: toneOn(scheme, ground, style.tone),
    maxWidth: width,
    size,
    minSize: Math.max(size * leastShare, minText),
    maxLines: style.lines,
    lineHeight: style.leading,
    balanced: style.lines > 1,
    align,
  });
}

export function buildList(node: ListNode, setting: Setting): Block {
  const gap = node.gap * setting.unit * setting.scale;
  const blocks = setting.words[node.list].map((line, index) => {
    if (node.list === 'steps') return numbered(index + 1, line, node, setting);
    return node.list === 'notices' ? dotted(line, node, setting) : buildText(line, node, setting);
  });
  return stack(aligned(blocks, node.list === 'prizes' ? setting.align : 'left'), gap);
}

function dotted(line: string, style: TextStyle, setting: Setting): Block {
  const dot = buildText('·', { ...style, lines: 1 }, setting);
  const indent = Math.max(dot.width * 1.6, dot.height * 0.4);
  const words = buildText(line, style, { ...setting, width: setting.width - indent, align: 'left' });
  if (words.height === 0) return emptyBlock;
  return {
    width: indent + words.width,
    height: words.height,
    items: [...place(dot, 0, 0), ...place(words, indent, 0)],
  };
}

/** The number in a disc, level with the first line. */
function numbered(no: number, line: string, style: TextStyle, setting: Setting): Block {
  const number = buildText(
    String(no),
    { ...style, size: style.size * 0.82, face: 'bold', tone: 'strong', lines: 1 },
    { ...setting, ground: 'deep' },
  );
  const side = number.height * 1.18;
  const width = setting.width - side * 1.5;
  const words = buildText(line, style, { ...setting, width, align: 'left' });
  if (words.height === 0) return emptyBlock;
  const disc = card(
    { ...number, width: number.width },
    {
      paddingX: (side - number.width) / 2,
      paddingY: (side - number.height) / 2,
      radius: side / 2,
      fill: setting.scheme.deep,
    },
  );
  const firstLine = Math.max(style.size * setting.unit * setting.scale, setting.minText) * style.leading;
  const height = Math.max(side, words.height);
  const [discTop, wordsTop] = [Math.max(0, (firstLine - side) / 2), Math.max(0, (side - firstLine) / 2)];
  return {
    width: side * 1.5 + words.width,
    height,
    items: [...place(disc, 0, discTop), ...place(words, side * 1.5, wordsTop)],
  };
}

export function buildFacts(node: FactsNode, setting: Setting): Block {
  const rows = node.facts.map((fact) => factRow(factNames[fact], setting.words[fact], node, setting));
  return stack(rows, node.gap * setting.unit * setting.scale);
}

function factRow(name: string, value: string, node: FactsNode, setting: Setting): Block {
  const label = buildText(name, { ...node, face: 'regular', tone: 'soft', lines: 1 }, setting);
  const column = label.width + node.size * setting.unit * setting.scale * 0.9;
  const width = setting.width - column;
  const align = node.style === 'receipt' ? 'right' : 'left';
  const words = buildText(value, node, { ...setting, width, align });
  if (words.height === 0) return emptyBlock;
  const x = node.style === 'receipt' ? setting.width - words.width : column;
  return {
    width: node.style === 'receipt' ? setting.width : column + words.width,
    height: Math.max(words.height, label.height),
    items: [...place(label, 0, 0), ...place(words, x, 0)],
  };
}
