import { z } from 'zod';
import { codeSet } from '../../../platform/code-sets/code-set.js';
import type { CancelledBy } from './canceller.js';
import { type HealthService, isOpen, WaitingStatus } from './status.js';

/** What a change says beyond its status and its day. */
export interface Details {
  readonly nextStep?: string | null;
  readonly nextAppointmentOn?: string | null;
  readonly supportWhileWaiting?: readonly string[] | null;
  readonly redirectTo?: HealthService | null;
  readonly redirectProviderId?: string | null;
  readonly firstAppointment?: boolean | null;
  readonly properlyOffered?: boolean | null;
  readonly wasNotBrought?: boolean | null;
  readonly cancelledBy?: CancelledBy | null;
  readonly baselineOutcomeOn?: string | null;
  readonly carePlanOn?: string | null;
  readonly rttStatus?: string | null;
}

interface Told extends Details {
  readonly to: WaitingStatus;
  readonly effectiveOn: string;
}

interface Held {
  readonly status: WaitingStatus;
  readonly receivedOn: string;
}

interface Fault {
  readonly field: keyof Details;
  readonly because: string;
}

const { rttPeriodStatus } = codeSet(
  'waiting_codes',
  z.object({ rttPeriodStatus: z.array(z.object({ code: z.string() })) }),
);
const rttStatuses: ReadonlySet<string> = new Set(rttPeriodStatus.map(({ code }) => code));

const { ACCEPTED_WAITING, BOOKED, DID_NOT_ATTEND, DISCHARGED, REDIRECTED, WITHDRAWN } = WaitingStatus;

/** The steps by which a booking is given up before its day. */
const cancelling: ReadonlySet<WaitingStatus> = new Set([ACCEPTED_WAITING, WITHDRAWN, DISCHARGED]);

/** Whether there is something to be taken in of an entry whose status stays. Another booking is a step of its own. */
export function saysMoreThanStatus({ to, ...said }: Told): boolean {
  const { nextStep, supportWhileWaiting, baselineOutcomeOn, carePlanOn, nextAppointmentOn, rttStatus } = said;
  const appointment = to === BOOKED ? undefined : nextAppointmentOn;
  const details = [nextStep, supportWhileWaiting, baselineOutcomeOn, carePlanOn, appointment];
  return Boolean(rttStatus) || details.some((one) => one !== undefined);
}

/** The first thing in a change's details that cannot be taken; null where there is none. */
export function detailFault(held: Held, asked: Told, today: string): Fault | null {
  return redirectFault(asked) ?? appointmentFault(held, asked) ?? dateFault(held, asked, today);
}

function redirectFault({ to, redirectTo, redirectProviderId }: Told): Fault | null {
  const where = [
    ['redirectTo', redirectTo, 'the service'],
    ['redirectProviderId', redirectProviderId, 'the provider'],
  ] as const;
  for (const [field, given, named] of where) {
    if (to === REDIRECTED && !given)
      return { field, because: `A redirect says ${named} that the child is sent on to, where the wait goes on.` };
    if (to !== REDIRECTED && given)
      return { field, because: 'Only a redirect sends the child on: take REDIRECTED, or leave it out.' };
  }
  return null;
}

function appointmentFault({ status }: Held, asked: Told): Fault | null {
  const { to, firstAppointment, properlyOffered, wasNotBrought, cancelledBy, nextAppointmentOn } = asked;
  if (firstAppointment && to !== BOOKED)
    return { field: 'firstAppointment', because: 'It is said of an appointment when it is booked.' };
  if (properlyOffered && to !== BOOKED)
    return { field: 'properlyOffered', because: 'It is said of an appointment when it is booked.' };
  if (wasNotBrought && to !== DID_NOT_ATTEND)
    return { field: 'wasNotBrought', because: 'It is said of an appointment that was missed.' };
  if (cancelledBy && !(status === BOOKED && cancelling.has(to)))
    return { field: 'cancelledBy', because: 'It is said when a booking is given up before its day.' };
  if (nextAppointmentOn && !isOpen(to))
    return { field: 'nextAppointmentOn', because: 'There is none to come when an entry is closed.' };
  return null;
}

function dateFault({ receivedOn }: Held, asked: Told, today: string): Fault | null {
  const { effectiveOn, nextAppointmentOn, rttStatus } = asked;
  if (nextAppointmentOn && nextAppointmentOn < effectiveOn)
    return { field: 'nextAppointmentOn', because: 'The next appointment cannot be before the change.' };
  for (const field of ['baselineOutcomeOn', 'carePlanOn'] as const) {
    const on = asked[field];
    if (on && on > today) return { field, because: 'It cannot be after today.' };
    if (on && on < receivedOn) return { field, because: 'It cannot be before the referral was received.' };
  }
  if (rttStatus && !rttStatuses.has(rttStatus))
    return { field: 'rttStatus', because: 'It is not a referral-to-treatment period status code.' };
  return null;
}
