import 'reflect-metadata';
import { Field, ID, ObjectType } from 'type-graphql';
import { DateTimeScalar } from '../../../platform/vocabulary/date-time-scalar.js';
import { Domain } from '../../../platform/vocabulary/domain.js';

/** `child` is a field resolver's. */
@ObjectType({
  description: 'A change of a fact of a child whom you may see, as far as its domain shows you such facts.',
})
export class Change {
  childId: string;
  @Field(() => ID, { description: 'The change’s own id: a page goes on after it.' }) id: string;
  @Field(() => DateTimeScalar, {
    description: 'When the hub learnt it: a fact of last year that came in a file today is a change of today.',
  })
  at: string;
  @Field(() => Domain, { description: 'Whose fact it is.' }) domain: Domain;
  @Field(() => String, { description: 'Which fact changed, in words.' }) what: string;
  @Field(() => String, {
    nullable: true,
    description:
      'What it was, in words; null where it was not there before, and where what it was is not yours to see.',
  })
  from: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'What it became, in words; null where it is there no more, or was taken back.',
  })
  to: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Who told it: a person’s name, or the source; null where that would tell more than you may see.',
  })
  by: string | null;
}
