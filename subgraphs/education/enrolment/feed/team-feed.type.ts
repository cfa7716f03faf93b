import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { Organisation } from '../../../../platform/vocabulary/organisation.js';
import { TeamMember } from '../../../../platform/vocabulary/team-member.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: who in education works with one child.' })
export class EducationTeam {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [TeamMember], {
    description: 'One member for each school whose roll the child is on today: rolls name no staff.',
  })
  members: TeamMember[];
  @Field(() => [Organisation], {
    description:
      'The local authorities those schools are in, each by its code and as the register of schools names it.',
  })
  councils: Organisation[];
}
