import { UserError } from '../errors/index.js';
import { showsPicture } from '../render/design/shows-picture.js';
import type { Designs, Motifs, Scheme, Template } from '../render/index.js';
import { schemeOf, schemeOfBrand } from '../render/index.js';
import type { Brief } from '../schema/brief.js';

/** How one of the pictures of a campaign looks. */
export interface Look {
  readonly template: Template;
  readonly scheme: Scheme;
  readonly motifs: Motifs;
}

export interface LookInput {
  readonly brief: Brief;
  /** Of the plan: `christmas`. */
  readonly season: string | undefined;
  /** Models paint: templates with room for a picture come first. @defaultValue false */
  readonly paints?: boolean;
}

const looksPerCampaign = 3;

/**
 * Three looks of different families, the first one first in line to be published. Always the same for the same store,
 * campaign and season, and as a rule another for the store next door.
 *
 * @throws {@link UserError} `USER_001` when the brief names a template that is not there.
 */
export function chooseLooks({ brief, season, paints = false }: LookInput, designs: Designs): Look[] {
  const seed = `${brief.store.name}/${brief.store.region}/${brief.name}/${brief.period.start}`;
  const dressed = season !== undefined && Object.hasOwn(designs.looks.seasons, season) ? season : undefined;
  const drawn = rank(designs.templates, seed, dressed !== undefined);
  const ranked = paints ? roomFirst(drawn) : drawn;
  const wanted = brief.design?.template;
  const first = ranked.find(({ name }) => name === wanted);
  if (wanted !== undefined && !first) throw unknownName(wanted, designs.templates);
  const chosen = first ? [first, ...ranked.filter((template) => template !== first)] : ranked;
  return chosen.slice(0, brief.design?.looks ?? looksPerCampaign).map((template, index) => ({
    template,
    scheme: schemeFor(template, { brief, season: dressed }, designs, hash(seed) + index),
    motifs: motifsFor({ brief, season: dressed }, designs, hash(seed) + index),
  }));
}

function unknownName(wanted: string, templates: readonly Template[]): UserError {
  const names = templates.map(({ name }) => name).join(', ');
  const issue = {
    path: ['design', 'template'],
    message: { ko: `"${wanted}"이라는 템플릿이 없습니다`, en: `There is no template "${wanted}"` },
    fix: { ko: `${names} 중 하나를 쓰세요`, en: `Write one of ${names}` },
  };
  return new UserError('USER_001', { what: 'design.template' }, { issues: [issue] });
}

/** Families in the order of a lot drawn by the seed; those of the season among the first three, or not at all. */
function rank(templates: readonly Template[], seed: string, inSeason: boolean): Template[] {
  const lots = [...templates].sort((a, b) => hash(`${seed}/${a.name}`) - hash(`${seed}/${b.name}`));
  const plain = lots.filter(({ seasonal }) => !seasonal);
  const seasonal = lots.filter((template) => template.seasonal);
  if (!inSeason || seasonal.length === 0) return plain.length > 0 ? plain : lots;
  const at = hash(seed) % looksPerCampaign;
  return [...plain.slice(0, at), ...seasonal.slice(0, 1), ...plain.slice(at), ...seasonal.slice(1)];
}

/** A store that pays for a picture wants to see it. */
function roomFirst(templates: readonly Template[]): Template[] {
  const hasRoom = (template: Template) => showsPicture(template);
  return [...templates.filter(hasRoom), ...templates.filter((template) => !hasRoom(template))];
}

function schemeFor(
  template: Template,
  { brief, season }: LookInput,
  { looks }: Designs,
  lot: number,
): Scheme {
  const { brand, industry } = brief.store;
  if (brand?.colour !== undefined) return schemeOfBrand({ colour: brand.colour, accent: brand.accent });
  const trade = looks.industries[industry].hues;
  const inSeason = season === undefined ? undefined : looks.seasons[season]?.hues;
  const hues = template.seasonal && inSeason ? inSeason : pick(trade, lot);
  const [deep, accent, second] = hues;
  const drift = ((lot >>> 8) % 17) - 8; // two stores of one trade are neighbours in colour, not twins
  return schemeOf({ deep: deep + drift, accent: accent + drift / 2, second: second + drift });
}

function motifsFor({ brief, season }: LookInput, { looks }: Designs, lot: number): Motifs {
  const own = looks.industries[brief.store.industry].motifs;
  const turned = rotated(own, lot % 2);
  const seasonal = season === undefined ? undefined : looks.seasons[season]?.motifs;
  return { trade: turned, season: seasonal ?? [...rotated(own, 2 + (lot % 2)), ...looks.everyday.motifs] };
}

function pick<Value>(values: readonly Value[], lot: number): Value {
  return values[lot % values.length] as Value;
}

function rotated<Value>(values: readonly Value[], by: number): Value[] {
  return [...values.slice(by), ...values.slice(0, by)];
}

/** FNV-1a, 32 bits. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value;
}
