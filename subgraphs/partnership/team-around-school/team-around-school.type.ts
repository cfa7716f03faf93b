import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';

/** `agenda` is a field resolver's. */
@ObjectType({ description: 'The multi-agency team aligned to one school, and what it is to discuss.' })
export class TeamAroundSchool {
  schoolUrn: string;
  @Field(() => [TeamMember], { nullable: true, description: 'Who sits in it today.' }) members: TeamMember[] | null;
}

/** `teamAroundSchool` is a field resolver's. */
@Directive('@key(fields: "urn")')
@ObjectType({ description: 'A school, as the national register (Get Information about Schools) has it.' })
export class School {
  @Field(() => ID, { description: 'Unique reference number, six digits.' }) urn: string;
}
