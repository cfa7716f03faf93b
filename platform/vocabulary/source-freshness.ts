import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DateTimeScalar } from './date-time-scalar.js';

/** How fresh one source of a domain is. A fact of the source, never of a child's rows. */
@Directive('@shareable')
@ObjectType({ description: 'How fresh one source of a domain is: a fact of the source, never of one child.' })
export class SourceFreshness {
  @Field(() => String, { description: 'The name of the source, as `hub ingest` knows it.' })
  source: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it last arrived; null if it never has.' })
  lastReceived: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'How often it should arrive, in words; null if nothing is agreed.',
  })
  expectedEvery: string | null;

  @Field(() => Boolean, { description: 'True once it is later than agreed.' })
  stale: boolean;
}
