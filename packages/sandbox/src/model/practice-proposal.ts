import { isRecord, type JsonRecord, listAt, recordAt, textAt } from '../json.js';

/** What the stand-in has been given: the form to fill in, and the data that it reads as a model would. */
interface Task {
  readonly schema: JsonRecord;
  readonly data: string;
  readonly random: () => number;
}

interface Kind {
  readonly kind: string;
  readonly valueKrw: number;
}

interface Event {
  readonly offered: readonly Kind[];
  readonly winners: number;
  readonly firstCome: boolean;
}

/** Of a hundred answers, those in which a real model would have slipped; they stay as chance made them. */
const slipPercent = 15;
/** Won. What is dearer draws people in and is given to few. */
const smallest = 20_000;

/**
 * A proposal of prizes that suits what was asked: few large ones, many small ones, as many as there are winners, and a
 * way to take part of its own for each concept. Now and then one slips. Any other value stays as it is.
 */
export function suitProposal(value: unknown, task: Task): unknown {
  const event = readEvent(task.data);
  if (!isRecord(value) || !event) return value;
  const methods = shuffled(methodsIn(task.schema), task.random);
  const concepts = Object.entries(value).map(([role, concept], index) => {
    if (!isRecord(concept) || !('prizes' in concept)) return [role, concept];
    const slips = task.random() * 100 < slipPercent;
    const prizes = slips ? concept['prizes'] : prizesFor(index, event, task.random);
    return [role, { ...concept, method: methods[index] ?? concept['method'], prizes }];
  });
  return Object.fromEntries(concepts);
}

function readEvent(data: string): Event | undefined {
  const told = parsed(data.slice(data.indexOf('{'), data.lastIndexOf('}') + 1));
  if (!isRecord(told)) return undefined;
  const event = recordAt(told, 'event');
  const winners = Number(event['winners']);
  const offered = listAt(told, 'offered')
    .filter(isRecord)
    .map((one) => ({ kind: textAt(one, 'kind') ?? '', valueKrw: Number(one['valueKrw']) }));
  if (offered.length === 0 || !Number.isSafeInteger(winners) || winners < 1) return undefined;
  return { offered, winners, firstCome: textAt(event, 'mechanic') === '선착순' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function methodsIn(schema: JsonRecord): readonly unknown[] {
  const [concept] = Object.values(recordAt(schema, 'properties')).filter(isRecord);
  return concept ? listAt(recordAt(recordAt(concept, 'properties'), 'method'), 'enum') : [];
}

/** The first concept gives one small thing, the second adds a large one, the third something in between as well. */
function prizesFor(boldness: number, { offered, winners, firstCome }: Event, random: () => number) {
  const small = shuffled(
    offered.filter(({ valueKrw }) => valueKrw < smallest),
    random,
  ).toSorted((a, b) => a.valueKrw - b.valueKrw);
  const [large] = shuffled(
    offered.filter(({ valueKrw }) => valueKrw >= smallest),
    random,
  );
  const many = small[Math.floor((random() * small.length) / 2)] ?? offered[0];
  if (!many) return [];
  if (firstCome || boldness === 0 || !large || winners < 3) return [{ kind: many.kind, quantity: winners }];
  const between = boldness > 1 ? small.find(({ valueKrw }) => valueKrw >= 2 * many.valueKrw) : undefined;
  const some = between ? Math.floor((winners - 1) / 3) : 0;
  return [
    { kind: large.kind, quantity: 1 },
    ...(between && some > 0 ? [{ kind: between.kind, quantity: some }] : []),
    { kind: many.kind, quantity: winners - 1 - some },
  ];
}

function shuffled<T>(all: readonly T[], random: () => number): T[] {
  return all
    .map((one) => ({ one, at: random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ one }) => one);
}
