import { type Block, emptyBlock, stack } from '../scene/block.js';
import { qrBlock } from '../scene/qr-block.js';
import { buildCard } from './build-card.js';
import { aligned, buildRow } from './build-row.js';
import { buildFacts, buildList, buildText } from './build-text.js';
import { logoBlock, motifBlock } from './motif-block.js';
import { ruleBlock } from './rule-block.js';
import type { Setting } from './setting.js';
import type { StackNode, TemplateNode } from './template-schema.js';

/** A piece of a template as a block no wider than the setting's width. */
export function buildNode(node: TemplateNode, setting: Setting): Block {
  if (setting.sparse && 'optional' in node && node.optional) return emptyBlock;
  if ('stack' in node) return buildStack(node, setting);
  if ('row' in node) return buildRow(node, setting, buildNode);
  if ('card' in node) return buildCard(node, setting, buildNode);
  if ('use' in node) {
    const part = setting.parts[node.use];
    return part === undefined ? emptyBlock : buildNode(part, setting);
  }
  return 'text' in node || 'say' in node || 'list' in node || 'facts' in node
    ? buildWords(node, setting)
    : buildDrawing(node, setting);
}

function buildStack(node: StackNode, setting: Setting): Block {
  const inner = { ...setting, align: node.align ?? setting.align };
  const blocks = node.stack.map((child) => buildNode(child, inner));
  return stack(aligned(blocks, inner.align), node.gap * setting.unit * setting.scale);
}

type Words = Extract<
  TemplateNode,
  { text: unknown } | { say: unknown } | { list: unknown } | { facts: unknown }
>;

function buildWords(node: Words, setting: Setting): Block {
  if ('text' in node) return buildText(setting.words[node.text], node, setting);
  if ('say' in node) return buildText(node.say, node, setting);
  return 'list' in node ? buildList(node, setting) : buildFacts(node, setting);
}

type Drawing = Extract<
  TemplateNode,
  { qr: unknown } | { motif: unknown } | { logo: unknown } | { rule: unknown } | { space: unknown }
>;

function buildDrawing(node: Drawing, setting: Setting): Block {
  if ('qr' in node) return codeBlock(node, setting);
  if ('motif' in node) return motifBlock(node, setting);
  if ('logo' in node) return logoBlock(node.logo, setting);
  if ('rule' in node) return ruleBlock(node, setting);
  return { width: 0, height: node.space * setting.unit * setting.scale, items: [] };
}

function codeBlock(
  { qr, radius }: Extract<TemplateNode, { qr: unknown }>,
  { url, unit, scale, leastQr }: Setting,
): Block {
  return url === undefined
    ? emptyBlock
    : qrBlock(url, Math.max(qr * unit * Math.min(scale, 1), leastQr), radius * unit);
}
