import { allowedFrom, requiresReason, type WaitingStatus } from './status.js';

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
}

/** The change that is asked for. */
export interface Asked {
  readonly expectedVersion: number;
  readonly to: WaitingStatus;
  readonly effectiveOn: string;
  readonly reason?: string | null;
  readonly nextAppointmentOn?: string | null;
}

const invalid = (field: string, because: string): Judgement => ({ outcome: 'INVALID', field, because });

/** Whether a change may be made to an entry as it stands, on a given day. Pure. */
export function judgeChange(standing: Standing, asked: Asked, today: string): Judgement {
  if (asked.expectedVersion !== standing.version) return { outcome: 'CONFLICT' };
  const allowed = allowedFrom(standing.status);
  if (!allowed.includes(asked.to)) return { outcome: 'ILLEGAL', from: standing.status, to: asked.to, allowed };
  if (asked.effectiveOn > today) return invalid('effectiveOn', 'It cannot take effect after today.');
  if (asked.effectiveOn < standing.receivedOn)
    return invalid('effectiveOn', 'It cannot take effect before the referral was received.');
  if (asked.effectiveOn < standing.statusOn)
    return invalid('effectiveOn', 'It cannot take effect before the present status did.');
  if (requiresReason(asked.to) && !asked.reason?.trim())
    return invalid('reason', 'This status needs a reason, so that the family and the referrer can be told.');
  if (asked.nextAppointmentOn && asked.nextAppointmentOn < asked.effectiveOn)
    return invalid('nextAppointmentOn', 'The next appointment cannot be before the change.');
  return { outcome: 'UPDATED' };
}
