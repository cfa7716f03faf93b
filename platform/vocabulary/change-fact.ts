import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from './date-scalar.js';
import { DateTimeScalar } from './date-time-scalar.js';
import type { Facet } from './facet.js';

/** A change of a fact of a child, as its own domain tells it to the partnership, which keeps a copy. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: a change of a fact of a child.' })
export class ChangeFact {
  @Field(() => ID, {
    description: 'The domain’s own key of the change among those of the record: the same however often it is told.',
  })
  key: string;
  @Field(() => ID, { description: 'The record of the child under which the domain holds it.' }) recordId: string;
  @Field(() => String, {
    nullable: true,
    description: 'What it takes to see it besides the domain’s tier: a facet; null where the tier is enough.',
  })
  facet: Facet | null;
  @Field(() => DateTimeScalar, { description: 'When the domain learnt it.' }) at: string;
  @Field(() => String, { description: 'Which fact changed, in words.' }) what: string;
  @Field(() => String, { nullable: true, description: 'What it was, in words; null where it was not there before.' })
  from: string | null;
  @Field(() => String, { nullable: true, description: 'What it became, in words; null where it is there no more.' })
  to: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Who told it: a person or a source; null where that would tell more.',
  })
  by: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'Of what is so now, told to those alone to whom the facet HISTORY is not open, in place of the change: the first day on which it is told. Null of every other.',
  })
  toldFrom: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it is so no more; null while it goes on, and of every other.',
  })
  toldUntil: string | null;
}

/** The days of what is told on every day. */
export const always = { toldFrom: null, toldUntil: null } as const;

/** Every change of one child's facts. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: the changes of the facts of one child.' })
export class ChangeFacts {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [ChangeFact], { description: 'All that may be told: one that is no longer among them is told no more.' })
  facts: ChangeFact[];
}
