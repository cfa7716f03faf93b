import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { TeamMember } from '../../../../platform/vocabulary/team-member.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: who in health works with one child.' })
export class HealthTeam {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [TeamMember], { description: 'One member a provider that holds an open referral.' })
  members: TeamMember[];
}
