import 'reflect-metadata';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idLength, keyLength, manyUpTo, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Canceller, type CancelledBy } from './canceller.js';
import { WaitingStatus } from './status.js';
import { ToldService } from './told-service.js';
import { WaitingListEntry } from './waiting-list-entry.type.js';

@InputType({ description: 'A change to one entry of the signed-in person’s own provider.' })
export class UpdateWaitingListEntryInput {
  @Field(() => ID, { description: upTo(idLength, 'The entry.') }) id: string;
  @Field(() => Int, { description: 'The version that was seen; another means somebody changed it since.' })
  expectedVersion: number;
  @Field(() => ID, {
    description: upTo(
      keyLength,
      'The same key again gives the same answer and no second effect. After ENTERED_IN_ERROR a provider to whom nothing else connects the child is answered as for an entry that does not exist.',
    ),
  })
  idempotencyKey: string;
  @Field(() => WaitingStatus, {
    description:
      'The status it takes; the one it has, while it is open, where no more than a date, the next step, support, a later appointment or a referral-to-treatment code is said.',
  })
  to: WaitingStatus;
  @Field(() => DateScalar, {
    description: 'The day it took effect: not before the referral was received, not after today.',
  })
  effectiveOn: string;
  @Field(() => String, {
    nullable: true,
    description: upTo(500, 'Required for REJECTED, REDIRECTED, ON_HOLD, WITHDRAWN and DISCHARGED.'),
  })
  reason?: string | null;
  @Field(() => String, {
    nullable: true,
    description: upTo(500, 'What the provider will do next; left as it is when not given.'),
  })
  nextStep?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The next appointment, for BOOKED the one that is booked; left as it is when not given, but none is left when a booking ends or the entry closes.',
  })
  nextAppointmentOn?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: manyUpTo(20, 200, 'What can be used while waiting; left as it is when not given.'),
  })
  supportWhileWaiting?: string[] | null;
  @Field(() => ToldService, {
    nullable: true,
    description: 'For REDIRECTED, and required there: the service the child is sent on to, by its name.',
  })
  redirectTo?: ToldService | null;
  @Field(() => ID, {
    nullable: true,
    description: upTo(
      10,
      'For REDIRECTED, and required there: the ODS code of the provider the child is sent on to, the same one for another of its services. The wait goes on there, in a new entry that keeps the day the referral was received.',
    ),
  })
  redirectProviderId?: string | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'For BOOKED: whether it is the first appointment of this referral. False when not given.',
  })
  firstAppointment?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'For BOOKED: whether it was offered with reasonable notice and choice. Only a first appointment offered so nullifies a referral-to-treatment clock when it is missed (NHS England, RTT rules suite). False when not given.',
  })
  properlyOffered?: boolean | null;
  @Field(() => Boolean, {
    nullable: true,
    description:
      'For DID_NOT_ATTEND: whether the child was not brought, which is a matter of safeguarding. False when not given.',
  })
  wasNotBrought?: boolean | null;
  @Field(() => Canceller, {
    nullable: true,
    description: 'For a booking that was cancelled: by whom. A cancellation by anybody leaves every clock running.',
  })
  cancelledBy?: CancelledBy | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day a baseline outcome measure was recorded, from receipt to today: one of the three that stop the four-week clock. Left as it is when not given.',
  })
  baselineOutcomeOn?: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day a care plan was agreed or an intervention began, from receipt to today: one of the three that stop the four-week clock. Left as it is when not given.',
  })
  carePlanOn?: string | null;
  @Field(() => String, {
    nullable: true,
    description: upTo(
      2,
      'The referral-to-treatment period status code of this step (NHS Data Dictionary): 30, 31, 32, 34, 35 and 36 stop the clock, 10, 11 (after active monitoring) and 12 start a new period where none runs.',
    ),
  })
  rttStatus?: string | null;
  @Field(() => ID, {
    nullable: true,
    description: upTo(
      20,
      'The earlier change, by its id in the history, that this one puts right: it stays as it was written and counts for nothing. What remains must be steps that may follow one another.',
    ),
  })
  corrects?: string | null;
}

@ObjectType({ description: 'The change was made.' })
export class WaitingListEntryUpdated {
  @Field(() => WaitingListEntry, { description: 'The entry as it now stands.' }) entry: WaitingListEntry;
}

@ObjectType({ description: 'The status cannot follow the present one.' })
export class IllegalTransition {
  @Field(() => WaitingStatus, { description: 'The present status.' }) from: WaitingStatus;
  @Field(() => WaitingStatus, { description: 'The status asked for.' }) to: WaitingStatus;
  @Field(() => [WaitingStatus], { description: 'What may follow.' }) allowed: WaitingStatus[];
}

@ObjectType({ description: 'Somebody changed the entry first. Nothing was lost: look, and try again.' })
export class VersionConflict {
  @Field(() => WaitingListEntry, { description: 'The entry as it now stands.' }) current: WaitingListEntry;
  @Field(() => String, {
    nullable: true,
    description:
      'Who changed it last: a person, or `file` for the provider’s own system. Null where that is not known.',
  })
  changedBy: string | null;
  @Field(() => DateTimeScalar, { nullable: true, description: 'When that was. Null where that is not known.' })
  changedAt: string | null;
}

@ObjectType({ description: 'A value cannot be taken.' })
export class InvalidChange {
  @Field(() => String, { description: 'The input’s field.' }) field: string;
  @Field(() => String, { description: 'Why, and what to do.' }) because: string;
}

export const UpdateWaitingListEntryResult = createUnionType({
  name: 'UpdateWaitingListEntryResult',
  description: 'What came of an update.',
  types: () => [WaitingListEntryUpdated, IllegalTransition, VersionConflict, InvalidChange] as const,
});

export type UpdateResult = WaitingListEntryUpdated | IllegalTransition | VersionConflict | InvalidChange;
