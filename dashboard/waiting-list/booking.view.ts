import type { FieldFault, Option } from '../component/form.js';
import type {
  AppointmentCanceller,
  UpdateWaitingListEntryInput,
  WaitingStatus,
} from '../gateway/operations.generated.js';
import { words } from '../words/codes.js';
import { dayText, isDay } from '../words/dates.js';
import { typed } from '../words/typed.js';
import type { Entry } from './wait.js';

type Form = Readonly<Record<string, string>>;

/**
 * What can be said of a visit that is booked, beside the steps of a referral. Another day is two steps, for the family were
 * offered both; a day that was written down wrongly is one that never was.
 */
const [moved, wrong] = ['MOVED', 'WRONG'] as const;

export const isMoved = (form: Form): boolean => form['to'] === moved;
export const isWrong = (form: Form): boolean => form['to'] === wrong;

/** The step that booked the visit which is booked now. */
export const bookingOf = ({ history }: Pick<Entry, 'history'>) =>
  history.findLast(({ to, counts }) => counts && to === 'BOOKED');

/** What may be chosen of a booked visit while it stays booked; nothing of an entry that stands otherwise. */
export function bookingChoices(entry: Pick<Entry, 'history' | 'status'>): Option[] {
  if (entry.status !== 'BOOKED') return [];
  const again = { value: moved, text: 'Booked for another day: the visit was cancelled, and another is agreed' };
  const right = { value: wrong, text: 'Booked, but the day was written down wrongly, or not at all' };
  return bookingOf(entry) ? [again, right] : [again];
}

/** Of which visit a step is: the one that it booked, or that was missed or cancelled by it. */
export function visitText({ to, appointmentOn, cancelledBy }: Entry['history'][number]): string {
  const by = { FAMILY: 'the family', PROVIDER: 'the service' } as const;
  const visit = appointmentOn === null ? 'the visit' : `the visit of ${dayText(appointmentOn)}`;
  if (cancelledBy !== null) return `, ${visit} cancelled by ${by[cancelledBy]}`;
  if (appointmentOn === null) return '';
  return to === 'BOOKED' ? ` for ${dayText(appointmentOn)}` : `, ${visit}`;
}

/** What a step is called where it is the end of a booking. */
export const stepText = (entry: Pick<Entry, 'status'>, status: WaitingStatus): string =>
  `${words(status)}${entry.status === 'BOOKED' && status === 'ACCEPTED_WAITING' ? ' (the visit was cancelled)' : ''}`;

/** What a status that stays is called: with the day that is booked. */
export const asBefore = ({ status, nextAppointmentOn }: Pick<Entry, 'nextAppointmentOn' | 'status'>): string =>
  `As before: ${words(status).toLowerCase()}${status === 'BOOKED' && nextAppointmentOn !== null ? ` for ${dayText(nextAppointmentOn)}` : ''}`;

export const cancellers = [
  { value: 'FAMILY', text: 'The family, or the young person' },
  { value: 'PROVIDER', text: 'The service' },
] as const satisfies readonly (Option & { readonly value: AppointmentCanceller })[];

/** By whom a visit was cancelled, where that is said. */
const cancelledBy = (form: Form): AppointmentCanceller | undefined =>
  cancellers.find(({ value }) => value === form['cancelledBy'])?.value;

/** The steps by which a booking is given up before its day. */
const cancelling: readonly WaitingStatus[] = ['ACCEPTED_WAITING', 'WITHDRAWN', 'DISCHARGED'];

/** Whether a form books an appointment: it was not booked where the form was opened, or is booked otherwise from now on. */
const books = (form: Form): boolean =>
  isMoved(form) || isWrong(form) || (form['to'] === 'BOOKED' && form['from'] !== 'BOOKED');

/** Whether a form gives a booking up before its day. */
const cancels = (form: Form): boolean =>
  isMoved(form) || (form['from'] === 'BOOKED' && cancelling.some((status) => status === form['to']));

/** What of an appointment cannot be as the form says it: nothing of it is to be left out in silence. */
export function bookingFaults({ nextAppointmentOn }: Pick<Entry, 'nextAppointmentOn'>, form: Form): FieldFault[] {
  const { from, to, effectiveOn = '', nextAppointmentOn: on = '' } = form;
  const stays = from === 'BOOKED' && to === 'BOOKED';
  const isOffered = form['firstAppointment'] === 'yes' || form['properlyOffered'] === 'yes';
  const none = form['noAppointment'] === 'yes';
  const checks: readonly (readonly [boolean, field: string, words: string])[] = [
    [on !== '' && !isDay(on), 'nextAppointmentOn', 'Enter the appointment as a date, or leave it out.'],
    [(isMoved(form) || isWrong(form)) && on === '', 'nextAppointmentOn', 'Enter the day it is booked for.'],
    [
      isMoved(form) && isDay(on) && on < effectiveOn,
      ...(['nextAppointmentOn', 'Enter a day that is not before the change took effect.'] as const),
    ],
    [
      stays && on !== '' && on !== nextAppointmentOn,
      ...(['to', 'Choose whether it is booked for another day, or the day was written down wrongly.'] as const),
    ],
    [none && (on !== '' || books(form)), 'noAppointment', 'Say that there is none, or enter its day: not both.'],
    [isMoved(form) && cancelledBy(form) === undefined, 'cancelledBy', 'Choose who cancelled the visit.'],
    [
      !cancels(form) && cancelledBy(form) !== undefined,
      ...([
        'cancelledBy',
        'This goes with a visit that was cancelled: choose above that it was, or leave it out.',
      ] as const),
    ],
    [
      isOffered && !books(form),
      'firstAppointment',
      'This goes with an appointment that is booked now, or is left out.',
    ],
  ];
  return checks.flatMap(([isSo, field, words]) => (isSo ? [{ field, words }] : []));
}

/** What is said of an appointment that a step books. */
const offered = (form: Form) => ({
  ...(form['firstAppointment'] === 'yes' ? { firstAppointment: true } : {}),
  ...(form['properlyOffered'] === 'yes' ? { properlyOffered: true } : {}),
});

type Appointment = Pick<
  UpdateWaitingListEntryInput,
  'cancelledBy' | 'firstAppointment' | 'nextAppointmentOn' | 'properlyOffered'
>;

/** What goes with a step of the appointment that it books, ends or leaves. An empty field takes nobody’s appointment away. */
export function appointmentOf(form: Form): Appointment {
  const { nextAppointmentOn: on = '' } = form;
  const by = cancelledBy(form);
  return {
    ...(on === '' ? {} : { nextAppointmentOn: on }),
    ...(form['noAppointment'] === 'yes' ? { nextAppointmentOn: null } : {}),
    ...offered(form),
    ...(by === undefined ? {} : { cancelledBy: by }),
  };
}

/** Another day is agreed: the visit is cancelled, and then another is booked, of the version that comes of it. */
export function movedInputs({ id }: Pick<Entry, 'id'>, form: Form): UpdateWaitingListEntryInput[] {
  const [version, key] = [Number(form['expectedVersion']), form['idempotencyKey'] ?? ''];
  const { effectiveOn = '', nextAppointmentOn = '' } = form;
  return [
    {
      ...{ id, to: 'ACCEPTED_WAITING', effectiveOn, cancelledBy: cancelledBy(form), reason: typed(form['reason']) },
      ...{ expectedVersion: version, idempotencyKey: `${key}:cancelled` },
    },
    {
      ...{ id, to: 'BOOKED', effectiveOn, nextAppointmentOn, nextStep: typed(form['nextStep']), ...offered(form) },
      ...{ expectedVersion: version + 1, idempotencyKey: key },
    },
  ];
}

/**
 * The day was wrong: the booking that was seen is put right, on its own day and with all else that was said of it; what it
 * says of its offer stays where the form says nothing.
 */
export function correctedInputs(
  { id, history }: Pick<Entry, 'history' | 'id'>,
  form: Form,
): UpdateWaitingListEntryInput[] {
  const booking = history.find((step) => step.id === form['booking']);
  return [
    {
      ...{ id, to: 'BOOKED', corrects: form['booking'] ?? '', effectiveOn: booking?.effectiveOn ?? '' },
      ...{ reason: typed(form['reason']) ?? booking?.reason ?? null, rttStatus: booking?.rttStatus ?? null },
      ...{ nextAppointmentOn: form['nextAppointmentOn'] ?? '', nextStep: typed(form['nextStep']), ...offered(form) },
      ...{ expectedVersion: Number(form['expectedVersion']), idempotencyKey: form['idempotencyKey'] ?? '' },
    },
  ];
}
