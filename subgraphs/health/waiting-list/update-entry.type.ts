import 'reflect-metadata';
import { createUnionType, Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { idLength, keyLength, manyUpTo, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { WaitingStatus } from './status.js';
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
  @Field(() => WaitingStatus, { description: 'The status it takes.' }) to: WaitingStatus;
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
  @Field(() => DateScalar, { nullable: true, description: 'The next appointment; left as it is when not given.' })
  nextAppointmentOn?: string | null;
  @Field(() => [String], {
    nullable: true,
    description: manyUpTo(20, 200, 'What can be used while waiting; left as it is when not given.'),
  })
  supportWhileWaiting?: string[] | null;
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
