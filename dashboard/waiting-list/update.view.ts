import type { FieldFault } from '../component/form.js';
import type { FileColumn } from '../csv/column.js';
import type {
  ChildWaitsQuery,
  HealthService,
  UpdateWaitingListEntryInput,
  UpdateWaitingListEntryMutation,
  WaitingStatus,
} from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { dayText, isDay, timeText } from '../words/dates.js';
import { typed } from '../words/typed.js';
import { services } from './list-filter.js';

export type Child = NonNullable<ChildWaitsQuery['child']>;
export type Entry = NonNullable<NonNullable<Child['health']>['waiting']>[number];
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
  { title: 'To', text: ({ to, counts }) => `${words(to)}${counts ? '' : ' (put right later)'}` },
  { title: 'By', text: ({ by }) => (by === 'file' ? 'The provider’s file' : by) },
  { title: 'Reason', text: ({ reason }) => reason ?? 'None recorded' },
];

type Change =
  | { readonly complete: true; readonly input: UpdateWaitingListEntryInput }
  | { readonly complete: false; readonly faults: readonly FieldFault[] };

/** What a form asks for, or what it lacks. Whether a step may be taken the hub says. */
export function changeOf(entry: Entry, form: Readonly<Record<string, string>>): Change {
  const step = stepsOf(entry).find(({ status }) => status === form['to']);
  const effectiveOn = form['effectiveOn'] ?? '';
  const appointment = form['nextAppointmentOn'] ?? '';
  const faults: FieldFault[] = [];
  if (!step) faults.push({ field: 'to', words: 'Choose one of the steps.' });
  if (!isDay(effectiveOn)) faults.push({ field: 'effectiveOn', words: 'Enter the day it took effect.' });
  if (appointment !== '' && !isDay(appointment))
    faults.push({ field: 'nextAppointmentOn', words: 'Enter the appointment as a date, or leave it out.' });
  if (step?.needsReason && typed(form['reason']) === null)
    faults.push({ field: 'reason', words: `Enter the reason for: ${words(step.status).toLowerCase()}.` });
  const to = services.find((service): boolean => service === form['redirectTo']) as HealthService | undefined;
  if (step?.status === 'REDIRECTED' && !to)
    faults.push({ field: 'redirectTo', words: 'Choose the service that the child is sent on to.' });
  if (step?.status === 'REDIRECTED' && typed(form['redirectProviderId']) === null)
    faults.push({ field: 'redirectProviderId', words: 'Enter the provider that the child is sent on to.' });
  if (!step || faults.length > 0) return { complete: false, faults };
  const redirected =
    step.status === 'REDIRECTED' ? { redirectTo: to, redirectProviderId: typed(form['redirectProviderId']) } : {};
  return {
    complete: true,
    input: {
      ...{ id: entry.id, to: step.status, effectiveOn, reason: typed(form['reason']), ...redirected },
      nextStep: typed(form['nextStep']),
      // What is not given stays as it is: an empty field takes nobody's appointment away.
      ...(appointment === '' ? {} : { nextAppointmentOn: appointment }),
      ...(step.status === 'DID_NOT_ATTEND' ? { wasNotBrought: form['wasNotBrought'] === 'yes' } : {}),
      expectedVersion: Number(form['expectedVersion']),
      idempotencyKey: form['idempotencyKey'] ?? '',
    },
  };
}

/** What the form has a field for; what else the hub names of a change is said where the step is chosen. */
const fields: readonly string[] = [
  ...['to', 'effectiveOn', 'reason', 'nextAppointmentOn', 'nextStep'],
  ...['wasNotBrought', 'redirectTo', 'redirectProviderId'],
];

type Came =
  | { readonly state: 'done' }
  | { readonly state: 'not done'; readonly faults: readonly FieldFault[]; readonly theirs: string | null };

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
