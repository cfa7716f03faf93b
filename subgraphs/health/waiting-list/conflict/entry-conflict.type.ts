import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../../platform/vocabulary/date-time-scalar.js';
import { ConflictSide } from './conflict-side.js';

@ObjectType({
  description: 'One field of an entry of which file and hub say different things, in words as in the file.',
})
export class ConflictingValue {
  @Field(() => String, {
    description: 'The field, as WaitingListEntry calls it; statusOn is the day the status was taken.',
  })
  field: string;
  @Field(() => String, { nullable: true, description: 'What the file said; null where it said that there is none.' })
  file: string | null;
  @Field(() => String, { nullable: true, description: 'What stands in the hub today; null where there is none.' })
  hub: string | null;
}

/** `entry` is a field resolver's. */
@ObjectType({
  description:
    'What a provider’s file said of an entry against a change made in the hub that it may not have known of. The change stands until the provider says which is right.',
})
export class WaitingListConflict {
  entryId: string;
  @Field(() => ID, { description: 'The hub’s own id of the conflict.' }) id: string;
  @Field(() => DateTimeScalar, { description: 'When the first such file came.' }) since: string;
  @Field(() => [ConflictingValue], { description: 'The fields that differ; none that has come to agree since.' })
  values: ConflictingValue[];
  @Field(() => ConflictSide, { nullable: true, description: 'Whose word was taken; null while it is open.' })
  taken: ConflictSide | null;
}
