import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ClockState } from '../../../platform/vocabulary/clock-state.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Organisation } from '../../../platform/vocabulary/organisation.js';
import { Child } from '../child/child.type.js';
import { HealthService, WaitingStatus } from './status.js';

@ObjectType({
  description: 'A wait against its standard. Clocks do not pause: a hold or a missed appointment goes on counting.',
})
export class WaitClock {
  @Field(() => String, { description: 'The standard it is measured against, for example `18 weeks`.' })
  standard: string;
  @Field(() => DateScalar, { description: 'The day the referral was received.' }) startedOn: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day the wait ended, at the latest the day the child died; null while it runs.',
  })
  stoppedOn: string | null;
  @Field(() => ClockState, { description: 'Where it stands today.' }) state: ClockState;
  @Field(() => DateScalar, { nullable: true, description: 'The first day on which the standard is not met.' })
  breachOn: string | null;
}

@ObjectType({ description: 'One change of an entry’s status, as the provider made it.' })
export class WaitingListChange {
  @Field(() => ID, { description: 'The hub’s own number of the change, by which a correction names it.' }) id: string;
  @Field(() => WaitingStatus, { nullable: true, description: 'The status before; null for the first.' })
  from: WaitingStatus | null;
  @Field(() => WaitingStatus, { description: 'The status after.' }) to: WaitingStatus;
  @Field(() => DateScalar, { description: 'The day it took effect.' }) effectiveOn: string;
  @Field(() => DateTimeScalar, { description: 'When it was recorded here.' }) recordedAt: string;
  @Field(() => String, { description: 'Who recorded it: a person, or the provider’s file.' }) by: string;
  @Field(() => String, { nullable: true, description: 'Why, where the status needs a reason.' }) reason: string | null;
  @Field(() => ID, {
    nullable: true,
    description: 'The earlier change that this one put right: it is kept as it was written and counts for nothing.',
  })
  corrects: string | null;
}

@Directive('@requiresScopes(scopes: [["health:read"], ["health:write"]])')
@Directive('@key(fields: "id")')
@ObjectType({
  description: 'One referral on a provider’s waiting list. Status, not clinical content: notes stay with the provider.',
})
export class WaitingListEntry {
  @Field(() => ID, { description: 'The hub’s own id of the entry.' }) id: string;
  @Field(() => Child, { nullable: true, description: 'The child who waits.' }) child: Child | null;
  @Field(() => HealthService, { description: 'The service waited for.' }) service: HealthService;
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
    description: 'Days from receipt to the end of the wait, or to today; no wait goes on after the day a child died.',
  })
  daysWaiting: number;
  @Field(() => Int, { description: 'Whole weeks of daysWaiting.' }) weeksWaiting: number;
  @Field(() => String, {
    description: 'The published band of the wait, in weeks (NHS community health services situation report).',
  })
  band: string;
  @Field(() => WaitClock, { description: 'The wait against its standard.' }) clock: WaitClock;
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
  @Field(() => DateScalar, { nullable: true, description: 'The day the referrer was told of the latest outcome.' })
  referrerToldOn: string | null;
  @Field(() => String, { nullable: true, description: 'Who referred the child.' }) referredBy: string | null;
  @Field(() => [WaitingListChange], { description: 'Every change of status, oldest first.' })
  history: WaitingListChange[];
  @Field(() => Int, { description: 'Counts the changes: an update must name the version it saw.' }) version: number;
}
