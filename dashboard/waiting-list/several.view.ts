import type { Box } from '../component/checkboxes.js';
import type { FieldFault } from '../component/form.js';
import type {
  UpdateWaitingListEntriesMutation,
  UpdateWaitingListEntryInput,
  WaitingStatus,
} from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { isDay } from '../words/dates.js';
import { childText } from '../words/names.js';
import { typed } from '../words/typed.js';
import { openStatuses } from './list-filter.js';
import { changed } from './update.view.js';
import type { Entry } from './waiting-list.table.js';

type Form = Readonly<Record<string, string>>;
type Result = NonNullable<UpdateWaitingListEntriesMutation['updateWaitingListEntries']>[number];

/** As many are changed together. */
const mostTicked = 20;

/** A wait that is ticked: which, as it was seen, and how the person who ticks it knows it. */
export interface Ticked {
  readonly id: string;
  readonly version: number;
  readonly title: string;
}

/** A box is named by its entry, and what it stands for is told with it: what a list showed, not what stands by now. */
export const boxOf = ({ id, version, child, service }: Pick<Entry, 'child' | 'id' | 'service' | 'version'>) => ({
  name: `entry-${id}`,
  value: `${version} ${childText(child, 'none-seen')}, ${words(service)}`,
});

/** Those that are ticked, in the order of the list. */
export const tickedOf = (form: Form): Ticked[] =>
  Object.entries(form).flatMap(([name, value]) => {
    const id = /^entry-([\w-]{1,100})$/.exec(name)?.[1];
    const [, version, title] = /^(\d{1,9}) (.*)$/s.exec(value) ?? [];
    return id === undefined || version === undefined ? [] : [{ id, version: Number(version), title: title ?? '' }];
  });

/** Those of a list that can be ticked: the waits of which the reader may say where they stand. */
export const mayMove = ({ allowedNext }: Pick<Entry, 'allowedNext'>): boolean =>
  allowedNext !== null && allowedNext.length > 0;

/** The boxes of a form that comes back: those that were ticked, or where none was, those of the list it stood below. */
export function boxesAgain(ticked: readonly Ticked[], listed: readonly Entry[]): Box[] {
  const again = ticked.map(({ id, version, title }) => ({
    ...{ name: `entry-${id}`, value: `${version} ${title}`, text: title, ticked: true },
  }));
  if (again.length > 0) return again;
  return listed.filter(mayMove).map((entry) => {
    const box = boxOf(entry);
    return { ...box, text: box.value.slice(box.value.indexOf(' ') + 1), ticked: false };
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

/** What came of one of them, in a sentence. */
export interface Outcome {
  readonly ticked: Ticked;
  readonly done: boolean;
  readonly words: string;
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
