import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { DateScalar } from './date-scalar.js';
import { DateTimeScalar } from './date-time-scalar.js';
import { Domain } from './domain.js';
import { Organisation } from './organisation.js';

/** A professional who works with a child or a school. */
@Directive('@shareable')
@ObjectType({ description: 'A professional who works with the child or the school.' })
export class TeamMember {
  @Field(() => String, { description: "The professional's name." })
  name: string;

  @Field(() => String, { description: 'What they are to the child or the school, in words.' })
  role: string;

  @Field(() => Organisation, { nullable: true, description: 'Who they work for.' })
  organisation: Organisation | null;

  @Field(() => Boolean, {
    description:
      'True of who leads for their domain today: one, or each of those who share the lead of the team around a school.',
  })
  lead: boolean;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day they hold this role; one to come where they are to take over.',
  })
  since: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The first day they no longer hold this role, where an end is planned; null otherwise.',
  })
  until?: string | null;

  @Field(() => String, { nullable: true, description: 'How to reach them at work.' })
  contact: string | null;

  @Field(() => Domain, { description: 'The domain that says so, and whose sensitivity applies.' })
  domain: Domain;

  @Field(() => DateTimeScalar, {
    nullable: true,
    description:
      "When that domain's source last arrived; of who holds a post at a school, the day as it was on which it is told.",
  })
  asAt: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'The subject of their token, where they can sign in to the hub and the partnership knows it: by which a seat in a team is given, and a member named. Null from every other domain.',
  })
  userId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The cluster whose schools they serve, where that is how they come to this one; null otherwise.',
  })
  cluster?: string | null;
}
