import type { CancelledBy } from './canceller.js';
import { effectiveHistory, type Step } from './history.js';
import { type Asked, keepsStatus } from './judge-change.js';
import { correctedBy } from './judge-correction.js';
import { isOpen, WaitingStatus } from './status.js';
import type { statusAlone } from './stored-entry.js';
import type { WaitingListChangeRow } from './waiting-list-change.row.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** The columns of an entry that a change may touch. */
export type EntryChange = Partial<
  Pick<
    WaitingListEntryRow,
    | 'status'
    | 'statusOn'
    | 'nextStep'
    | 'nextAppointmentOn'
    | 'supportWhileWaiting'
    | 'baselineOutcomeOn'
    | 'carePlanOn'
  >
>;

/** What a step says of an appointment. */
interface Appointment {
  readonly appointmentOn: string | null;
  readonly firstAppointment: boolean;
  readonly properlyOffered: boolean;
  readonly wasNotBrought: boolean;
  readonly cancelledBy: CancelledBy | null;
}

/** A step as it goes into the history. */
export type NewStep = Pick<WaitingListChangeRow, keyof typeof statusAlone | 'from' | 'to' | 'effectiveOn' | 'reason'>;

/** What a change writes: into the entry's row and, where it is a step, into the history. */
export interface MadeChange {
  readonly entry: EntryChange;
  readonly step: NewStep | null;
}

/** A step as a correction finds it. */
export type KnownStep = Step & Appointment;

type Held = Pick<WaitingListEntryRow, 'status' | 'statusOn' | 'nextAppointmentOn'>;

const { BOOKED, DID_NOT_ATTEND } = WaitingStatus;

/** What a change that may be made writes; `history` is what a correction is made among, every step as it was written. */
export function madeChange(held: Held, history: readonly KnownStep[], asked: Asked): MadeChange {
  if (!asked.corrects) {
    if (keepsStatus(held, asked)) return keptStatus(held, history, asked);
    const step = stepOf(held.status, asked, appointmentOf(held, asked));
    const next = nextAppointment(held, asked, asked.to, step);
    return { entry: { status: asked.to, statusOn: asked.effectiveOn, ...details(asked), ...next }, step };
  }
  return corrected(held, history, asked);
}

/** What a correction writes: its step is of what the step before it is of; the entry stands by the last one. */
function corrected(held: Held, history: readonly KnownStep[], asked: Asked): MadeChange {
  const { from, status, statusOn, before, last } = correctedBy(history, asked);
  const preceding = history.find(({ id }) => id === before);
  const own = last === null ? held.nextAppointmentOn : null;
  const then = { status: from, nextAppointmentOn: preceding?.to === BOOKED ? preceding.appointmentOn : own };
  const step = stepOf(from, asked, { ...appointmentOf(then, asked), ...repeated(history, preceding, asked) });
  const next = last === null ? nextAppointment(held, asked, status, step) : nextAfter(history, asked, last);
  return { entry: { status, statusOn, ...details(asked), ...next }, step };
}

/**
 * What is to come where the entry stands by another step than the correction: that one's, where it is the last one only now.
 * What the correction says of a booking is of the booking that it puts right.
 */
function nextAfter(history: readonly KnownStep[], asked: Asked, last: number): EntryChange {
  if (asked.to !== BOOKED && asked.nextAppointmentOn !== undefined)
    return { nextAppointmentOn: asked.nextAppointmentOn };
  if (effectiveHistory(history).at(-1)?.id === last) return {};
  const standing = history.find(({ id }) => id === last);
  return { nextAppointmentOn: standing?.to === BOOKED ? standing.appointmentOn : null };
}

/** A status that is kept is no step, but for a code of the clock, which has its day: of a booking, it is of that one. */
function keptStatus(held: Held, history: readonly KnownStep[], asked: Asked): MadeChange {
  const entry = { ...details(asked), ...nextAppointment(held, asked, held.status, null) };
  if (!asked.rttStatus) return { entry, step: null };
  const booked = held.status === BOOKED ? effectiveHistory(history).at(-1) : undefined;
  const { appointmentOn = null, firstAppointment = false, properlyOffered = false } = booked ?? {};
  const appointment = { appointmentOn, firstAppointment, properlyOffered, wasNotBrought: false, cancelledBy: null };
  return { entry: { ...entry, statusOn: asked.effectiveOn }, step: stepOf(held.status, asked, appointment) };
}

function stepOf(from: WaitingStatus | null, asked: Asked, appointment: Appointment): NewStep {
  return {
    ...appointment,
    ...{ from, to: asked.to, effectiveOn: asked.effectiveOn, reason: asked.reason ?? null },
    ...{ rttStatus: asked.rttStatus ?? null, corrects: asked.corrects ? Number(asked.corrects) : null },
    ...{ redirectTo: asked.redirectTo ?? null, redirectProvider: asked.redirectProviderId ?? null },
  };
}

/** A booking books one; a missed or cancelled one is that which was booked. */
function appointmentOf(
  { status, nextAppointmentOn }: { readonly status: WaitingStatus | null; readonly nextAppointmentOn: string | null },
  asked: Asked,
): Appointment {
  const { to, effectiveOn, cancelledBy = null } = asked;
  const ahead = nextAppointmentOn !== null && nextAppointmentOn >= effectiveOn ? nextAppointmentOn : null;
  const booked = to === BOOKED ? (asked.nextAppointmentOn ?? ahead) : null;
  const ended = status === BOOKED && (to === DID_NOT_ATTEND || cancelledBy !== null) ? nextAppointmentOn : null;
  return {
    appointmentOn: booked ?? ended,
    firstAppointment: asked.firstAppointment ?? false,
    properlyOffered: asked.properlyOffered ?? false,
    wasNotBrought: asked.wasNotBrought ?? false,
    cancelledBy,
  };
}

/**
 * What a correction need not say again: of the step that it corrects, where only a day or a word was wrong; of the step
 * before, where the corrected one never was.
 */
function repeated(history: readonly KnownStep[], preceding: KnownStep | undefined, asked: Asked): Partial<Appointment> {
  const wrong = history.find(({ id }) => String(id) === asked.corrects);
  const said = wrong?.to === asked.to ? wrong : preceding;
  if (said?.to !== asked.to) return {};
  return {
    appointmentOn: asked.nextAppointmentOn ?? said.appointmentOn,
    firstAppointment: asked.firstAppointment ?? said.firstAppointment,
    properlyOffered: asked.properlyOffered ?? said.properlyOffered,
    wasNotBrought: asked.wasNotBrought ?? said.wasNotBrought,
    cancelledBy: asked.cancelledBy ?? said.cancelledBy,
  };
}

/** The next appointment is no longer one when its booking ends, or the entry closes: it was kept, missed or cancelled. */
function nextAppointment(held: Held, asked: Asked, status: WaitingStatus, step: NewStep | null): EntryChange {
  if (asked.nextAppointmentOn !== undefined) return { nextAppointmentOn: asked.nextAppointmentOn };
  if (status === BOOKED) return step?.to === BOOKED ? { nextAppointmentOn: step.appointmentOn } : {};
  return held.status === BOOKED || !isOpen(status) ? { nextAppointmentOn: null } : {};
}

function details({ nextStep, supportWhileWaiting, baselineOutcomeOn, carePlanOn }: Asked): EntryChange {
  return {
    ...(nextStep === undefined ? {} : { nextStep }),
    ...(supportWhileWaiting ? { supportWhileWaiting } : {}),
    ...(baselineOutcomeOn === undefined ? {} : { baselineOutcomeOn }),
    ...(carePlanOn === undefined ? {} : { carePlanOn }),
  };
}
