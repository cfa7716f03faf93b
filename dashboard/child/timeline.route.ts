import type { Context } from 'hono';
import { csvAnswer } from '../csv/csv-answer.js';
import type { Env } from '../desk.js';
import type { Freshness, Shown } from '../gateway/shown.js';
import { dayText, timeText } from '../words/dates.js';
import { roleWords } from '../words/roles.js';
import { absentPage } from './absent-child.js';
import { askChild } from './ask-child.js';
import type { ChildView } from './child.view.js';
import { eventColumns } from './events-table.js';
import type { Happened } from './happened.js';

/** How fresh a domain’s part of the file is. */
function freshText(title: string, part: Shown<Freshness>): string {
  switch (part.kind) {
    case 'held':
    case 'late':
      return `${title}: ${part.value.asAt === null ? 'never received' : timeText(part.value.asAt)}`;
    case 'unavailable':
      return `${title}: could not be asked`;
    case 'none':
    case 'refused':
    case 'suppressed':
      return `${title}: nothing shown`;
  }
}

const domainsOf = ({ education, health, socialCare, virtualSchool }: ChildView) =>
  [
    ['Education', education],
    ['Health', health],
    ['Social care', socialCare],
    ['Virtual school', virtualSchool],
  ] as const satisfies readonly (readonly [string, Shown<Freshness>])[];

/** Where no domain could be asked there is no file: one without rows would be kept for none. */
function rowsOf(view: ChildView): Shown<readonly Happened[]> {
  const { events, whole } = view.told;
  if (events.length > 0) return { kind: 'held', value: events };
  const unavailable = domainsOf(view)
    .map(([, part]) => part)
    .find(({ kind }) => kind === 'unavailable');
  return unavailable?.kind === 'unavailable' ? unavailable : { kind: 'none', seesAll: whole };
}

/** What happened to a child in twelve months, as a file. */
export async function timelineFile(context: Context<Env>): Promise<Response> {
  const { askForFile, frame, today } = context.var.desk;
  const found = await askChild(askForFile, context.req.param('id') ?? '', today);
  if (found.state !== 'found') return absentPage(found, context);
  const { view } = found;
  const basis = `What each domain told, as far as you see it as ${roleWords(frame.viewer.role)}.`;
  return csvAnswer(context, {
    ...{ name: 'twelve-months', title: `What happened, newest first: ${view.name}` },
    basis: [basis, ...view.told.missing].join(' '),
    period: `${dayText(view.timeline.from)} to ${dayText(today)}`,
    asAt: domainsOf(view)
      .map(([title, part]) => freshText(title, part))
      .join('; '),
    ...{ columns: eventColumns, rows: rowsOf(view) },
  });
}
