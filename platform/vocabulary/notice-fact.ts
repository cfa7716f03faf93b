import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from './date-scalar.js';
import type { NoticeKind } from './notice-kind.js';

/** A fact of which somebody must be told, as its own domain tells it to the partnership, which keeps the notices. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: a fact of a child of which somebody must be told.' })
export class NoticeFact {
  @Field(() => ID, {
    description:
      'The domain’s own key of the fact among those of the child: the same however often, and under whichever record of the child, it is told.',
  })
  key: string;
  @Field(() => [ID], {
    nullable: true,
    description:
      'Other keys by which the same fact was told while another record of the child told of it; null or empty where there is none.',
  })
  otherKeys?: readonly string[] | null;
  @Field(() => ID, {
    description: 'The record of the child that the fact is of: one of perhaps several ids of the child.',
  })
  recordId: string;
  @Field(() => String, { description: 'What kind of fact it is.' }) kind: NoticeKind;
  @Field(() => DateScalar, { description: 'The day it happened, or is to happen.' }) happenedOn: string;
  @Field(() => ID, {
    nullable: true,
    description: 'The one organisation it is for; null where it is for everyone who has the duty.',
  })
  organisation: string | null;
  @Field(() => String, { description: 'The fact in a sentence, which names nobody.' }) fact: string;
}

/** Every fact of one child of which somebody must be told. */
@Directive('@inaccessible')
@Directive('@shareable')
@ObjectType({ description: 'Internal: the facts of one child of which somebody must be told.' })
export class NoticeFacts {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [NoticeFact], { description: 'All that stand: one that is no longer among them was taken back.' })
  facts: NoticeFact[];
}
