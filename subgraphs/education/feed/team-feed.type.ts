import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: who in education works with one child.' })
export class EducationTeam {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [TeamMember], {
    description: 'One member for each school whose roll the child is on today: rolls name no staff.',
  })
  members: TeamMember[];
}
