import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Organisation } from '../../../platform/vocabulary/organisation.js';
import { Child } from '../child/child.type.js';
import { Canceller, type CancelledBy } from './canceller.js';
import { ReferrerTelling } from './referrer-telling.type.js';
import { StandardKind } from './standard.js';
import { WaitingStatus } from './status.js';
import { ToldService } from './told-service.js';

@ObjectType({
  description:
    'What the clock of a standard says, which may be another figure than how long the child has waited. Clocks do not pause: a hold or a missed appointment goes on counting. A referral-to-treatment clock alone starts anew: after a properly offered first appointment was missed, and with a new period after one that ended, of which it is then the clock.',
})
export class WaitClock {
  @Field(() => StandardKind, { description: 'By which rules it runs and stops.' }) kind: StandardKind;
  @Field(() => String, { description: 'The standard it is measured against, for example `18 weeks`.' })
  standard: string;
  @Field(() => Int, { description: 'The last day on which the standard is met, counted from its start as day 0.' })
  limitDays: number;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day it started: the day the referral was received, unless a missed appointment nullified it and another was agreed, or a new period began. Null after a nullification, while no clock runs.',
  })
  startedOn: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'Days from its start to the day it stopped, or to today; null while no clock runs.',
  })
  days: number | null;
  @Field(() => [DateScalar], { description: 'The days on which a missed first appointment nullified it.' })
  nullifiedOn: readonly string[];
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day it stopped, at the latest the day the child died; null while it runs.',
  })
  stoppedOn: string | null;
  @Field(() => ClockState, {
    description:
      'Where it stands today. STOPPED says no more than that it did so within its limit: `endedBecause` tells of a wait that ended without the child being seen. EXCEPTION: nullified, until another appointment is agreed.',
  })
  state: ClockState;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which the standard is not met; null while no clock runs.',
  })
  breachOn: string | null;
}

/** What a child and a parent said when the child was referred, and the organisation that wrote it down. */
export interface ReferralWords {
  readonly child: string | null;
  readonly parent: string | null;
  readonly referrer: string | null;
}

@ObjectType({ description: 'A status that an entry may take next.' })
export class AllowedStep {
  @Field(() => WaitingStatus, { description: 'The status.' }) status: WaitingStatus;
  @Field(() => Boolean, { description: 'Whether it must be said why.' }) needsReason: boolean;
}

@ObjectType({
  description:
    'One change of an entry’s status, as the provider made it. It stays as it was written, also once put right.',
})
export class WaitingListChange {
  @Field(() => ID, { description: 'The hub’s own number of the change, by which a correction names it.' }) id: string;
  @Field(() => WaitingStatus, { nullable: true, description: 'The status before; null for the first.' })
  from: WaitingStatus | null;
  @Field(() => WaitingStatus, { description: 'The status after.' }) to: WaitingStatus;
  @Field(() => DateScalar, { description: 'The day it took effect.' }) effectiveOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded here.' }) recordedAt: string;
  @Field(() => String, {
    description:
      'Who recorded it: a person, `file` for the provider’s own system, or `another provider` for who sent a child on from a service that is not named.',
  })
  by: string;
  @Field(() => String, { nullable: true, description: 'Why, where the status needs a reason.' }) reason: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The appointment that it booked, or that was missed or cancelled by it.',
  })
  appointmentOn: string | null;
  @Field(() => Boolean, { description: 'Whether the child was not brought to an appointment.' })
  wasNotBrought: boolean;
  @Field(() => Canceller, { nullable: true, description: 'Who cancelled an appointment by it.' })
  cancelledBy: CancelledBy | null;
  @Field(() => String, {
    nullable: true,
    description:
      'The published referral-to-treatment period status code of the step (NHS Data Dictionary), where it was given. With one a status may follow itself.',
  })
  rttStatus: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The earlier change that this one put right: it is kept as it was written and counts for nothing.',
  })
  corrects: string | null;
  @Field(() => Boolean, { description: 'Whether it counts: false for one that a later one put right.' })
  counts: boolean;
}

@Directive('@requiresScopes(scopes: [["health:read"], ["health:write"]])')
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'One referral on a provider’s waiting list. Status, not clinical content: notes stay with the provider.',
})
export class WaitingListEntry {
  @Field(() => ID, { description: 'The hub’s own id of the entry.' }) id: string;
  @Field(() => Child, { nullable: true, description: 'The child who waits.' }) child: Child | null;
  @Field(() => ToldService, {
    description:
      'The service waited for. HEALTH_SERVICE where it is not named outside health: the entry is then told as one of a record shared in part, and without its clock.',
  })
  service: ToldService;
  @Field(() => Organisation, { nullable: true, description: 'The provider that keeps the list.' })
  provider: Organisation | null;
  @Field(() => WaitingStatus, {
    description: 'Where the referral stands: the provider’s own word, also after a child died.',
  })
  status: WaitingStatus;
  @Field(() => String, { nullable: true, description: 'The provider’s priority, for example ROUTINE or URGENT.' })
  priority: string | null;
  @Field(() => DateScalar, { description: 'The day the service received the referral: the wait counts from here.' })
  receivedOn: string;
  @Field(() => Int, {
    description:
      'How long the child has waited: days from the day the first referral was received to the first contact or the closure, or to today. Nothing pauses or restarts it; no wait goes on after the day a child died.',
  })
  daysWaiting: number;
  @Field(() => Int, { description: 'Whole weeks of daysWaiting.' }) weeksWaiting: number;
  @Field(() => String, {
    description: 'The published band of the wait, in weeks (NHS community health services situation report).',
  })
  band: string;
  @Field(() => WaitClock, {
    nullable: true,
    description:
      'What the standard’s clock says, beside how long the child has waited; null of a service that is not named, for its standard would name it.',
  })
  clock: WaitClock | null;
  @Field(() => WaitClock, {
    nullable: true,
    description:
      'The four-week clock as it is published, by provider: of a wait that came from another entry, counted from the day it came to this one. Null for every other, and where the record is shared in part.',
  })
  publishedSpell: WaitClock | null;
  @Field(() => Int, {
    description: 'Days of it on a local hold, up to today: told beside the wait, and never taken off it.',
  })
  localHoldDays: number;
  @Field(() => Int, {
    description:
      'How many times the child was not brought to an appointment: a reason to ask after the child, never one to close the entry.',
  })
  wasNotBrought: number;
  @Field(() => String, {
    nullable: true,
    description:
      'That the child was not brought to appointments since last seen, how often and when last, until the provider says by `recordRiskConsidered` that the risk was considered; a closure does not take it away. Null where there is none, and after a child died.',
  })
  safeguardingFlag: string | null;
  @Field(() => String, {
    nullable: true,
    description:
      'Why the wait ended, where it ended without the child being seen, as the status has it: the provider’s own reason stands in `history`.',
  })
  endedBecause: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The entry whose wait goes on in this one, where it may be seen.',
  })
  continuesFrom: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The entry in which the wait goes on, where it may be seen.',
  })
  continuesAs: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What the provider will do next, in words; null after a child died.',
  })
  nextStep: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The next appointment, where one is booked; null after a child died.',
  })
  nextAppointmentOn: string | null;
  @Field(() => [String], {
    description:
      'What the child and school can use while waiting: never conditional on a diagnosis. Empty after a child died.',
  })
  supportWhileWaiting: string[];
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'The day the referrer was told of the latest outcome: that the referral was accepted, or how it ended. Null again after a later outcome, which is to be told anew.',
  })
  referrerToldOn: string | null;
  @Field(() => Int, {
    nullable: true,
    description:
      'Days from the latest outcome to the day the referrer was told of it, 0 on the same day; null while `referrerToldOn` is.',
  })
  daysToReferrerTold: number | null;
  @Field(() => [ReferrerTelling], {
    description:
      'Every time it was recorded that the referrer was told, oldest first, those of earlier outcomes and those put right since among them. None where the record is shared in part.',
  })
  referrerTellings: ReferrerTelling[];
  @Field(() => String, { nullable: true, description: 'Who referred the child.' }) referredBy: string | null;
  @Field(() => [WaitingListChange], { description: 'Every change of status, oldest first.' })
  history: WaitingListChange[];
  @Field(() => Int, { description: 'Counts the changes: an update must name the version it saw.' }) version: number;

  /** The words that came with the referral, and who referred: whom they are told is for `voices`. */
  words: ReferralWords | null;
}
