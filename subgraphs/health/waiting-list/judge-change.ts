import { type Details, detailFault, saysMoreThanStatus } from './judge-details.js';
import { allowedFrom, isOpen, requiresReason, WaitingStatus } from './status.js';

/** What came of an update, as it is remembered under its idempotency key: codes and ids only. */
export type Judgement =
  | { readonly outcome: 'UPDATED' }
  | { readonly outcome: 'CONFLICT' }
  | {
      readonly outcome: 'ILLEGAL';
      readonly from: WaitingStatus;
      readonly to: WaitingStatus;
      readonly allowed: readonly WaitingStatus[];
    }
  | { readonly outcome: 'INVALID'; readonly field: string; readonly because: string };

/** The entry as it stands. */
export interface Standing {
  readonly status: WaitingStatus;
  readonly receivedOn: string;
  readonly statusOn: string;
  readonly version: number;
  readonly nextAppointmentOn?: string | null;
}

/** The change that is asked for. */
export interface Asked extends Details {
  readonly expectedVersion: number;
  readonly to: WaitingStatus;
  readonly effectiveOn: string;
  readonly reason?: string | null;
  /** The earlier change that this one puts right. */
  readonly corrects?: string | null;
}

export const invalid = (field: string, because: string): Judgement => ({ outcome: 'INVALID', field, because });

/** Whether the change says more of an entry that keeps its status: no step of the history, but where it is a code of its clock. */
export function keepsStatus(standing: Pick<Standing, 'status'>, asked: Asked): boolean {
  return isOpen(standing.status) && asked.to === standing.status && saysMoreThanStatus(asked);
}

/** Whether a change may be made to an entry as it stands, on a given day. Pure. */
export function judgeChange(standing: Standing, asked: Asked, today: string): Judgement {
  if (asked.expectedVersion !== standing.version) return { outcome: 'CONFLICT' };
  const allowed = allowedFrom(standing.status);
  if (!allowed.includes(asked.to) && !keepsStatus(standing, asked))
    return { outcome: 'ILLEGAL', from: standing.status, to: asked.to, allowed };
  if (asked.effectiveOn > today) return invalid('effectiveOn', 'It cannot take effect after today.');
  if (asked.effectiveOn < standing.receivedOn)
    return invalid('effectiveOn', 'It cannot take effect before the referral was received.');
  if (asked.effectiveOn < standing.statusOn)
    return invalid('effectiveOn', 'It cannot take effect before the present status did.');
  const unkept = keepsStatus(standing, asked) ? wordOfAStep(standing, asked) : null;
  return unkept ? invalid(unkept, ofTheStep) : judgeWords(standing, asked, today);
}

const ofTheStep = 'The status stays, and this goes with the step that took it: correct that step, or leave it out.';

/** What is said of a step where none is made: it would be lost in silence, that a child was not brought among it. */
function wordOfAStep({ status, nextAppointmentOn = null }: Standing, asked: Asked): keyof Asked | null {
  for (const field of ['firstAppointment', 'properlyOffered', 'wasNotBrought', 'cancelledBy'] as const)
    if (asked[field]) return field;
  if (asked.reason?.trim() && !asked.rttStatus) return 'reason';
  const { nextAppointmentOn: said = nextAppointmentOn } = asked;
  return status === WaitingStatus.BOOKED && said !== nextAppointmentOn ? 'nextAppointmentOn' : null;
}

/** What is judged of a change whatever place it takes in the history. */
export function judgeWords(standing: Standing, asked: Asked, today: string): Judgement {
  if (requiresReason(asked.to) && !asked.reason?.trim() && !keepsStatus(standing, asked))
    return invalid('reason', 'This status needs a reason, so that the family and the referrer can be told.');
  const fault = detailFault(standing, asked, today);
  return fault ? invalid(fault.field, fault.because) : { outcome: 'UPDATED' };
}
