import 'reflect-metadata';
import { Directive, Field, Float, ObjectType } from 'type-graphql';

/** A figure to set beside ours. */
@Directive('@shareable')
@ObjectType({
  description: 'A published or local figure to set beside ours: what it is of, whose, when, and on what basis.',
})
export class Comparator {
  @Field(() => Float, { nullable: true, description: 'The figure, in per cent; null where none is published.' })
  percent: number | null;

  @Field(() => String, { description: 'What and whose it is, for example attendance of all pupils in England.' })
  of: string;

  @Field(() => String, { nullable: true, description: 'The academic year it is of, for example 2024/25.' })
  year: string | null;

  @Field(() => String, {
    description: 'How it was counted, for example the autumn and spring terms, state-funded schools.',
  })
  basis: string;

  @Field(() => String, { nullable: true, description: 'Where it was published.' })
  source: string | null;
}
