import type { Box } from '../component/checkboxes.js';
import type { FieldFault } from '../component/form.js';
import type { Cell, FileColumn } from '../csv/column.js';
import type { Answer } from '../gateway/answer.js';
import type {
  ChildWaitsQuery,
  UpdateWaitingListEntriesMutation,
  UpdateWaitingListEntryInput,
  WaitingStatus,
} from '../gateway/operations.generated.js';
import { faultAt } from '../gateway/shown.js';
import { words } from '../words/codes.js';
import { isDay } from '../words/dates.js';
import { childText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { openStatuses } from './list-filter.js';
import type { Outcome, Ticked } from './several-done.js';
import { changed } from './update.view.js';
import type { Entry } from './waiting-list.table.js';

type Form = Readonly<Record<string, string>>;
type Result = NonNullable<UpdateWaitingListEntriesMutation['updateWaitingListEntries']>[number];

/** As many are changed together. */
const mostTicked = 20;

/** Stands for a child who was not shown. */
const nobody = '-';

/** A box is named by its entry, and what it stands for is told with it: what a list showed, not what stands by now. */
export const boxOf = ({ id, version, child, service }: Pick<Entry, 'child' | 'id' | 'service' | 'version'>) => ({
  name: `entry-${id}`,
  value: `${version} ${child?.id ?? nobody} ${childText(child, 'none-seen')}, ${words(service)}`,
});

/** Those that are ticked, in the order of the list. */
export const tickedOf = (form: Form): Ticked[] =>
  Object.entries(form).flatMap(([name, value]) => {
    const id = /^entry-([\w-]{1,100})$/.exec(name)?.[1];
    const [, version, child, title = ''] = /^(\d{1,9}) ([\w-]{1,100}) (.*)$/s.exec(value) ?? [];
    if (id === undefined || version === undefined || child === undefined) return [];
    return [{ id, child: child === nobody ? null : child, version: Number(version), title }];
  });

/** Those of a list that can be ticked: the waits of which the reader may say where they stand. */
export const mayMove = ({ allowedNext }: Pick<Entry, 'allowedNext'>): boolean =>
  allowedNext !== null && allowedNext.length > 0;

/** The boxes of a form that comes back: those that were ticked, or where none was, those of the list it stood below. */
export function boxesAgain(ticked: readonly Ticked[], listed: readonly Entry[]): Box[] {
  const again = ticked.map(({ id, child, version, title }) => ({
    ...{ name: `entry-${id}`, value: `${version} ${child ?? nobody} ${title}`, text: title, ticked: true },
  }));
  if (again.length > 0) return again;
  return listed.filter(mayMove).map((entry) => {
    const box = boxOf(entry);
    return { ...box, text: box.value.split(' ').slice(2).join(' '), ticked: false };
  });
}

/** A step that any of the listed waits may take, and whether it needs a reason. */
export interface Step {
  readonly status: WaitingStatus;
  readonly needsReason: boolean;
}

/** A wait that is sent on names a service and a provider of its own: it is changed by itself. */
export function stepsOf(entries: readonly Pick<Entry, 'allowedNext'>[]): Step[] {
  const steps = new Map<WaitingStatus, Step>();
  for (const step of entries.flatMap(({ allowedNext }) => allowedNext ?? []))
    if (step.status !== 'REDIRECTED' && !steps.has(step.status)) steps.set(step.status, step);
  return [...steps.values()];
}

const statuses: readonly WaitingStatus[] = [
  ...openStatuses,
  ...(['SEEN_FIRST', 'IN_TREATMENT', 'DISCHARGED', 'REJECTED', 'WITHDRAWN', 'ENTERED_IN_ERROR'] as const),
];

/** The steps that need a reason, as the hub said with the list: a form takes that along, for no rule of it is ours. */
export const withReason = (steps: readonly Step[]): string =>
  steps.flatMap(({ status, needsReason }) => (needsReason ? [status] : [])).join(' ');

/** Every step but to be sent on: whether each of the ticked may take it, the hub says. */
export function everyStep(form: Form): Step[] {
  const reasoned = (form['withReason'] ?? '').split(' ');
  return statuses.map((status) => ({ status, needsReason: reasoned.includes(status) }));
}

type Change =
  | { readonly complete: true; readonly inputs: readonly UpdateWaitingListEntryInput[] }
  | { readonly complete: false; readonly faults: readonly FieldFault[] };

/** What is asked for, one change for each that is ticked; or what the form lacks. Whether a step may be taken the hub says. */
export function changesOf(form: Form): Change {
  const ticked = tickedOf(form);
  const effectiveOn = form['effectiveOn'] ?? '';
  const step = everyStep(form).find(({ status }) => status === form['to']);
  const faults: FieldFault[] = [];
  if (ticked.length === 0) faults.push({ field: 'ticked', words: 'Tick the waits that changed.' });
  if (ticked.length > mostTicked) faults.push({ field: 'ticked', words: `Tick ${mostTicked} waits at the most.` });
  if (!step) faults.push({ field: 'to', words: 'Choose where they stand now.' });
  if (!isDay(effectiveOn)) faults.push({ field: 'effectiveOn', words: 'Enter the day it took effect.' });
  if (step?.needsReason && typed(form['reason']) === null)
    faults.push({ field: 'reason', words: `Enter the reason for: ${words(step.status).toLowerCase()}.` });
  if (!step || faults.length > 0) return { complete: false, faults };
  return {
    complete: true,
    inputs: ticked.map(({ id, version }) => ({
      ...{ id, to: step.status, effectiveOn, reason: typed(form['reason']), expectedVersion: version },
      // One form is one effect, and each wait’s change is by itself.
      idempotencyKey: `${form['idempotencyKey'] ?? ''}:${id}`,
    })),
  };
}

const unanswered = 'It could not be saved just now. Nothing of it was changed.';

/** What came of each, in the order in which they were sent. */
export const outcomesOf = (ticked: readonly Ticked[], results: readonly (Result | null)[]): Outcome[] =>
  ticked.map((one, at) => {
    const result = results[at];
    if (!result) return { ticked: one, done: false, words: unanswered };
    if (result.__typename === 'WaitingListEntryUpdated')
      return { ticked: one, done: true, words: `Now: ${words(result.entry.status).toLowerCase()}` };
    const came = changed(result);
    return {
      ticked: one,
      done: false,
      words: came.state === 'done' ? '' : came.faults.map((fault) => fault.words).join(' '),
    };
  });

/** What came of one wait, as it is told: with what is asked anew for a file, which the page does not ask. */
export interface OutcomeLine {
  readonly outcome: Outcome;
  /** Whose it is, and of which service. */
  readonly wait: Cell;
  /** Where it stands by now. */
  readonly now: Cell;
}

/** As the page tells it: as the list had it, of which somebody ticked it. */
export const lineOf = (outcome: Outcome): OutcomeLine => ({ outcome, wait: outcome.ticked.title, now: '' });

/** As the file tells it, by what the hub says of the child today. */
export function lineAnew(outcome: Outcome, { data, faults }: Answer<ChildWaitsQuery>): OutcomeLine {
  const child = data?.child ?? null;
  if (child === null && faults.some(({ code }) => code !== 'REFUSED'))
    return { outcome, wait: unheard('PARTNERSHIP'), now: unheard('PARTNERSHIP') };
  const entry = child?.health?.waiting?.find(({ id }) => id === outcome.ticked.id);
  const told: Cell = entry ? words(entry.status) : { kind: 'none', seesAll: false };
  const missing = child?.health?.waiting ? undefined : faultAt(faults, ['child', 'health']);
  const service = entry ? `, ${words(entry.service)}` : '';
  return {
    ...{ outcome, wait: `${childText(child, 'none-seen')}${service}` },
    now: missing === undefined || missing.code === 'REFUSED' ? told : unheard('HEALTH'),
  };
}

const unheard = (domain: 'HEALTH' | 'PARTNERSHIP'): Cell => ({ kind: 'unavailable', domain });

/** What is told of each, on the page and in the file. */
export const outcomeColumns: readonly FileColumn<OutcomeLine>[] = [
  { title: 'Wait', text: ({ wait }) => wait },
  {
    title: 'What came of it',
    text: ({ outcome: { done, words } }) => (done ? words : `Not saved. ${words}`),
  },
];

/** Where each stands by now, in the file: it is read later than the page. */
export const nowColumn: FileColumn<OutcomeLine> = { title: 'Stands now', text: ({ now }) => now };
