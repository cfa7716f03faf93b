import { type Context, Hono } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import { type Desk, type Env, isMistaken, isRefusedAt } from '../desk.js';
import type { Answer } from '../gateway/answer.js';
import type { RejectedLinesQuery } from '../gateway/operations.generated.js';
import { shown, within } from '../gateway/shown.js';
import { messagePage, messages } from '../layout/message-page.js';
import { sourceName } from '../words/sources.js';
import { dayText } from '../words/dates.js';
import { dataQualityPage } from './data-quality.page.js';
import { fileRuleColumns, type Line, lineColumns, rulesOf, sourceColumns } from './data-quality.table.js';
import { worstFirst } from './data-quality.view.js';
import { rejectedLinesPage } from './rejected-lines.page.js';

const pageSize = 50;
/** As many lines as the hub gives at once. */
const filePage = 200;

const basis = 'Records and lines of the files of each source that came last. It tells of no child.';
const period = 'The files that came last';

/** The sources, and the rules that were met, as the page shows them. */
async function qualityOf({ ask, askForFile }: Desk, file: boolean) {
  const answer = await (file ? askForFile : ask)('DataQuality', {});
  const looked = { answer, path: ['dataQuality'], domain: 'PARTNERSHIP' as const };
  const found = answer.data?.dataQuality;
  const sources = found && worstFirst(found);
  return {
    answer,
    sources: shown({ ...looked, value: sources }),
    rules: shown({ ...looked, value: sources && rulesOf(sources) }),
  };
}

async function sourcesFile(context: Context<Env>): Promise<Response> {
  const { desk } = context.var;
  const { sources } = await qualityOf(desk, true);
  return csvAnswer(context, {
    ...{ name: 'data-quality', title: 'Data quality by source', basis, period, asAt: dayText(desk.today) },
    ...{ columns: sourceColumns(desk.frame.viewer.role), rows: sources },
  });
}

/** The rules of every source, or of the one that is asked for. */
async function rulesFile(context: Context<Env>): Promise<Response> {
  const { desk } = context.var;
  const one = context.req.query('source') ?? '';
  const { rules } = await qualityOf(desk, true);
  return csvAnswer(context, {
    ...{ filter: one === '' ? 'None' : `Source: ${sourceName(one)}` },
    ...{ name: 'data-quality-rules', title: 'Data quality by rule', basis, period, asAt: dayText(desk.today) },
    columns: fileRuleColumns,
    rows: within(rules, (all) => all.filter(({ source }) => one === '' || source === one)),
  });
}

/** A source as addresses call it; undefined where nothing is called so. */
const sourceOf = (context: Context<Env>): string | undefined =>
  /^[a-z0-9-]{1,40}$/.exec(context.req.param('source') ?? '')?.[0];

const noPage = (context: Context<Env>): Response | Promise<Response> =>
  context.html(messagePage(messages.notFound, context.var.desk.frame), 404);

async function linesFile(context: Context<Env>): Promise<Response> {
  const { desk } = context.var;
  const source = sourceOf(context);
  if (source === undefined) return noPage(context);
  const lines: Line[] = [];
  for (let after: string | null = null; ;) {
    const answer: Answer<RejectedLinesQuery> = await desk.askForFile('RejectedLines', {
      source,
      first: filePage,
      after,
    });
    const page: readonly Line[] | null | undefined = answer.data?.rejectedLines;
    const looked = { answer, path: ['rejectedLines'], domain: 'PARTNERSHIP' as const };
    lines.push(...(page ?? []));
    after = page?.length === filePage ? (page.at(-1)?.id ?? null) : null;
    if (page && after !== null) continue;
    return csvAnswer(context, {
      ...{ name: 'data-quality-lines', title: `Lines of ${sourceName(source)}`, basis, period },
      ...{ asAt: dayText(desk.today), columns: lineColumns, rows: shown({ ...looked, value: page && lines }) },
    });
  }
}

async function showLines(context: Context<Env>): Promise<Response> {
  const { ask, frame } = context.var.desk;
  const source = sourceOf(context);
  if (source === undefined) return noPage(context);
  const after = context.req.query('after') ?? null;
  const answer = await ask('RejectedLines', { source, first: pageSize, after });
  if (isRefusedAt(answer, 'rejectedLines')) return context.html(messagePage(messages.refused, frame), 403);
  if (isMistaken(answer)) return context.html(messagePage(messages.mistaken, frame), 400);
  return context.html(rejectedLinesPage({ source, answer, pageSize, further: after !== null }, frame));
}

/** What came of the files of every source, and the lines of one for whoever brings it. */
export function dataQualityRoutes(): Hono<Env> {
  const routes = new Hono<Env>();
  routes.get('/data-quality', async (context) => {
    const { desk } = context.var;
    const { answer, sources } = await qualityOf(desk, false);
    if (isRefusedAt(answer, 'dataQuality')) return context.html(messagePage(messages.refused, desk.frame), 403);
    const bringsFiles = desk.frame.viewer.role === 'integrator';
    return context.html(dataQualityPage({ sources, bringsFiles }, desk.frame));
  });
  routes.get('/data-quality.csv', sourcesFile);
  routes.get('/data-quality/rules.csv', rulesFile);
  routes.get('/data-quality/:source/lines.csv', linesFile);
  routes.get('/data-quality/:source', showLines);
  return routes;
}
