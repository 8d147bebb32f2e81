import type { Rewriting, Rewritings } from '../generate/rewriting.js';
import type { ModelAnswer } from '../plan/merge/answers.js';
import type { PromptMarks } from '../plan/merge/marks.js';
import { parseRow } from '../schema/parse.js';
import type { Channel } from '../schema/primitives.js';
import { askOnce } from './ask-by-ledger.js';
import { type CampaignRun, type PlannedCampaign, plannedCampaign } from './campaign-run.js';
import { acceptWords } from './rewriting/accept-words.js';
import { keepLawful } from './rewriting/keep-lawful.js';
import { rewriteQuestion, rewrittenForm } from './rewriting/rewrite-question.js';
import { rewritingsSchema } from './rewriting/rewritings-schema.js';
import type { Writer } from './rewriting/writer.js';

interface Printing {
  readonly label: string | undefined;
  readonly entryUrl: (place: Channel | 'print') => string;
}

interface Asked {
  readonly channel: Channel;
  readonly marks: PromptMarks;
  readonly answer: ModelAnswer;
}

/**
 * The words of each channel as a model rewrites them, each asked for once and judged by the rules that our own keep. What
 * cannot be had or used is told with its reason, and the plan's copy stands there. Nothing where no model writes, or
 * none did when this campaign came here first: what is decided is written down, so that every life prints the same.
 */
export async function rewriteTexts(run: CampaignRun, printing: Printing): Promise<Rewritings | undefined> {
  const { context, deps } = run;
  const { writer } = deps;
  const campaign = await plannedCampaign(run);
  if (!writer || campaign.state !== 'approved') return undefined;
  const begun = await context.step('rewrite:begin', async () => campaign.creatives.length === 0);
  if (!begun) return undefined;
  const answers = await askAll(run, campaign, writer);
  const told = await context.step('rewrite', async () =>
    JSON.stringify([...judged(run, { campaign, writer, answers, ...printing })]),
  );
  return new Map(parseRow(rewritingsSchema, JSON.parse(told), 'rewrite'));
}

/** All at once; the dearer channels of a model that costs too much are not asked for. */
function askAll(run: CampaignRun, campaign: PlannedCampaign, writer: Writer): Promise<Asked[]> {
  const { model, capKrw, budgetMs } = writer;
  const { provider } = model;
  let leftKrw = capKrw;
  const asking = campaign.brief.channels.map(async (channel): Promise<Asked> => {
    const { marks, request } = rewriteQuestion({ ...campaign, channel }, { ...run.deps, ...writer });
    const mostKrw = model.mostKrw(request);
    if (mostKrw > leftKrw)
      return { channel, marks, answer: { state: 'not_asked', code: 'USER_017', costKrw: 0 } };
    leftKrw -= mostKrw;
    const names = { stage: 'generate', key: `write/${channel}`, item: `${provider}/${channel}` } as const;
    const asked = { channel, provider };
    return { channel, marks, answer: await askOnce(run, { model, request, ...names, asked, budgetMs }) };
  });
  return Promise.all(asking);
}

interface Judging extends Printing {
  readonly campaign: PlannedCampaign;
  readonly writer: Writer;
  readonly answers: readonly Asked[];
}

function judged({ deps }: CampaignRun, { campaign, writer, answers, ...printing }: Judging): Rewritings {
  const { provider } = writer.model;
  const accepted = answers.map((one) => [one.channel, accept(one, campaign, writer)] as const);
  return keepLawful(campaign, new Map(accepted), { provider, ...printing, deps });
}

function accept({ channel, marks, answer }: Asked, campaign: PlannedCampaign, { model }: Writer): Rewriting {
  const { provider, mode } = model;
  if (answer.state !== 'answered') return { unwritten: { provider, code: answer.code } };
  const said = rewrittenForm.safeParse(answer.value); // a journal may hold an answer to another form
  if (!said.success) return { unwritten: { provider, code: 'PROVIDER_004' } };
  const words = acceptWords(said.data, { channel, campaign, marks });
  if ('why' in words) return { unwritten: { provider, why: words.why } };
  return { written: { ...words, mode, madeBy: `${provider}/${model.model}` } };
}
