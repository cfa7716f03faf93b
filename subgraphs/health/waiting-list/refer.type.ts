import 'reflect-metadata';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { ToldService } from './told-service.js';
import { InvalidChange, WaitingListEntryUpdated } from './update-entry.type.js';
import { WaitingListEntry } from './waiting-list-entry.type.js';

@InputType({ description: 'A referral of one child to one service of one provider.' })
export class ReferInput {
  @Field(() => ID, { description: upTo(idLength, 'The child.') }) childId: string;
  @Field(() => ToldService, { description: 'The service the child is referred to, by its name.' }) service: ToldService;
  @Field(() => ID, { description: upTo(10, 'The ODS code of the provider, one that the hub knows.') })
  providerId: string;
  @Field(() => DateScalar, {
    description: 'The day the provider received the referral: the wait counts from here. Not after today.',
  })
  receivedOn: string;
  @Field(() => String, { nullable: true, description: upTo(10, 'ROUTINE or URGENT, as the referrer sees it.') })
  priority?: string | null;
  @Field(() => String, { description: upTo(200, 'Who refers, as the provider is to know them.') }) referredBy: string;
  @Field(() => String, {
    nullable: true,
    description: upTo(4000, 'What the child says, in their own words. For the provider and the referrer.'),
  })
  childVoice?: string | null;
  @Field(() => String, {
    nullable: true,
    description: upTo(4000, 'What the family says, in their own words. For the provider and the referrer.'),
  })
  parentVoice?: string | null;
  @Field(() => ID, {
    description: upTo(keyLength, 'The same key again gives the same answer and no second referral.'),
  })
  idempotencyKey: string;
}

@ObjectType({ description: 'The child waits for this service already: nothing was added.' })
export class AlreadyWaiting {
  @Field(() => WaitingListEntry, { description: 'The entry by which the child waits.' }) entry: WaitingListEntry;
}

export const ReferResult = createUnionType({
  name: 'ReferResult',
  description: 'What came of a referral.',
  types: () => [WaitingListEntryUpdated, AlreadyWaiting, InvalidChange] as const,
});

export type ReferralResult = WaitingListEntryUpdated | AlreadyWaiting | InvalidChange;
