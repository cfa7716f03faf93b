import type { FieldFault, Option } from '../component/form.js';
import type { FileColumn } from '../csv/column.js';
import type {
  HealthService,
  UpdateWaitingListEntryInput,
  UpdateWaitingListEntryMutation,
  WaitingStatus,
} from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { dayText, isDay, timeText } from '../words/dates.js';
import { typed } from '../words/typed.js';
import {
  appointmentOf,
  asBefore,
  bookingChoices,
  bookingFaults,
  correctedInputs,
  isMoved,
  isWrong,
  movedInputs,
  stepText,
  visitText,
} from './booking.view.js';
import { services } from './list-filter.js';
import type { Entry } from './wait.js';

type Result = NonNullable<UpdateWaitingListEntryMutation['updateWaitingListEntry']>;

/** The steps a form offers: to stay as it is, and those that the hub allows from here. */
export function stepsOf({
  status,
  allowedNext,
}: Entry): { readonly status: WaitingStatus; readonly needsReason: boolean }[] {
  return [{ status, needsReason: false }, ...(allowedNext ?? [])];
}

/** What is told of each step of an entry’s life, on the page and in the file. */
export const lifeColumns: readonly FileColumn<Entry['history'][number]>[] = [
  { title: 'On', text: ({ effectiveOn }) => dayText(effectiveOn) },
  { title: 'To', text: (step) => `${words(step.to)}${visitText(step)}${step.counts ? '' : ' (put right later)'}` },
  { title: 'By', text: ({ by }) => (by === 'file' ? 'The provider’s file' : by) },
  { title: 'Reason', text: ({ reason }) => reason ?? 'None recorded' },
];

type Change =
  | { readonly complete: true; readonly inputs: readonly UpdateWaitingListEntryInput[] }
  | { readonly complete: false; readonly faults: readonly FieldFault[] };

type Form = Readonly<Record<string, string>>;

/** What may be said of where an entry stands, in the order of the form. */
export const choicesOf = (entry: Entry): Option[] =>
  stepsOf(entry).flatMap(({ status, needsReason }, at) =>
    at === 0
      ? [{ value: status, text: asBefore(entry) }, ...bookingChoices(entry)]
      : [{ value: status, text: `${stepText(entry, status)}${needsReason ? ' (with a reason)' : ''}` }],
  );

const serviceIn = (form: Form): HealthService | undefined => services.find((one) => one === form['redirectTo']);

/** The step that a form chooses, as the hub allows it; a booked visit is changed from whichever status it has by now. */
const stepIn = (entry: Entry, form: Form) =>
  isMoved(form) || isWrong(form)
    ? { status: 'BOOKED' as const, needsReason: false }
    : stepsOf(entry).find(({ status }) => status === form['to']);

function faultsOf(entry: Entry, form: Form): FieldFault[] {
  const step = stepIn(entry, form);
  const faults: FieldFault[] = [];
  if (!step) faults.push({ field: 'to', words: 'Choose one of the steps.' });
  if (!isDay(form['effectiveOn'] ?? '')) faults.push({ field: 'effectiveOn', words: 'Enter the day it took effect.' });
  faults.push(...bookingFaults(entry, form));
  if (step?.needsReason && typed(form['reason']) === null)
    faults.push({ field: 'reason', words: `Enter the reason for: ${words(step.status).toLowerCase()}.` });
  if (step?.status === 'REDIRECTED' && !serviceIn(form))
    faults.push({ field: 'redirectTo', words: 'Choose the service that the child is sent on to.' });
  if (step?.status === 'REDIRECTED' && typed(form['redirectProviderId']) === null)
    faults.push({ field: 'redirectProviderId', words: 'Enter the provider that the child is sent on to.' });
  return faults;
}

/** What a form asks for, one after another, or what it lacks. Whether a step may be taken the hub says. */
export function changeOf(entry: Entry, form: Form): Change {
  const faults = faultsOf(entry, form);
  const step = stepIn(entry, form);
  if (!step || faults.length > 0) return { complete: false, faults };
  if (isMoved(form)) return { complete: true, inputs: movedInputs(entry, form) };
  if (isWrong(form)) return { complete: true, inputs: correctedInputs(entry, form) };
  const redirected =
    step.status === 'REDIRECTED'
      ? { redirectTo: serviceIn(form), redirectProviderId: typed(form['redirectProviderId']) }
      : {};
  const input = {
    ...{ id: entry.id, to: step.status, effectiveOn: form['effectiveOn'] ?? '', reason: typed(form['reason']) },
    ...{ ...redirected, nextStep: typed(form['nextStep']), ...appointmentOf(form) },
    ...(step.status === 'DID_NOT_ATTEND' ? { wasNotBrought: form['wasNotBrought'] === 'yes' } : {}),
    ...{ expectedVersion: Number(form['expectedVersion']), idempotencyKey: form['idempotencyKey'] ?? '' },
  };
  return { complete: true, inputs: [input] };
}

/** What the form has a field for; what else the hub names of a change is said where the step is chosen. */
const fields: readonly string[] = [
  ...['to', 'effectiveOn', 'reason', 'nextAppointmentOn', 'nextStep'],
  ...['wasNotBrought', 'redirectTo', 'redirectProviderId', 'cancelledBy', 'firstAppointment', 'properlyOffered'],
];

type Came =
  | { readonly state: 'done' }
  | { readonly state: 'not done'; readonly faults: readonly FieldFault[]; readonly theirs: string | null };

/** What could not be asked, or was answered with a sentence alone. */
export const notChanged = (because: string): Came => ({
  ...{ state: 'not done', faults: [{ field: 'to', words: because }], theirs: null },
});

/** What the hub answered: done, a step that is not allowed, a field, or somebody who was first. */
export function changed(result: Result): Came {
  switch (result.__typename) {
    case 'WaitingListEntryUpdated':
      return { state: 'done' };
    case 'IllegalTransition': {
      const allowed = result.allowed.map((status) => words(status).toLowerCase()).join(', ');
      const sentence = `From ${words(result.from).toLowerCase()} it cannot become ${words(result.to).toLowerCase()}. Allowed: ${allowed === '' ? 'nothing, for it has ended' : allowed}.`;
      return { state: 'not done', faults: [{ field: 'to', words: sentence }], theirs: null };
    }
    case 'VersionConflict': {
      const { changedBy, changedAt, current } = result;
      const when = changedAt === null ? '' : ` on ${timeText(changedAt)}`;
      const theirs = `${changedBy} changed it${when}: it stands at ${words(current.status).toLowerCase()} now.`;
      return { state: 'not done', faults: [{ field: 'to', words: `${theirs} Nothing of yours was saved.` }], theirs };
    }
    case 'InvalidChange':
      return {
        ...{ state: 'not done', theirs: null },
        faults: [{ field: fields.includes(result.field) ? result.field : 'to', words: result.because }],
      };
  }
}
