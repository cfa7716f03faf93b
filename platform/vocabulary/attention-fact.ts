import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import type { AttentionKind } from './attention-kind.js';
import { DateScalar } from './date-scalar.js';
import type { Facet } from './facet.js';

/** A fact of a child that needs attention, as its own domain tells it to the partnership, which keeps a copy. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: a fact of a child that needs attention.' })
export class AttentionFact {
  @Field(() => ID, {
    description: 'The domain’s own key of the fact among the child’s: the same however often it is told.',
  })
  key: string;
  @Field(() => String, { description: 'What kind of fact it is.' }) kind: AttentionKind;
  @Field(() => String, {
    nullable: true,
    description: 'What it takes to see it besides the domain’s tier: a facet; null where the tier is enough.',
  })
  facet: Facet | null;
  @Field(() => String, { description: 'The fact in a sentence, which names nobody.' }) fact: string;
  @Field(() => DateScalar, { description: 'The day since which it is so.' }) since: string;
  @Field(() => DateScalar, {
    description:
      'The first day on which it needs attention: later than `since` where it takes time to be one. It may be to come.',
  })
  from: string;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day on which it needs none any more; null while none is known.',
  })
  until: string | null;
}

/** Every fact of one child that needs attention. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: the facts of one child that need attention.' })
export class AttentionFacts {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [AttentionFact], { description: 'All that are known: one that is no longer among them is none.' })
  facts: AttentionFact[];
}
