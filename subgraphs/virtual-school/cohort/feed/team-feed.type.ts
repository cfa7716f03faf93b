import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { TeamMember } from '../../../../platform/vocabulary/team-member.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the virtual school, of one child.' })
export class VirtualSchoolTeam {
  @Field(() => ID, { description: 'The child.' })
  childId: string;

  @Field(() => [TeamMember], { description: 'The virtual school, where it has a duty to the child; otherwise nobody.' })
  members: TeamMember[];
}
