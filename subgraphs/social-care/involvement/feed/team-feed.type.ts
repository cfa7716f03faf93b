import 'reflect-metadata';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { TeamMember } from '../../../../platform/vocabulary/team-member.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: who in social care works with one child.' })
export class SocialCareTeam {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [TeamMember], {
    description:
      'The workers allocated today or to be, each with the days; of those who have begun the first leads. None where nobody is.',
  })
  members: TeamMember[];
}
