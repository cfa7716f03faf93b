import 'reflect-metadata';
import { ObjectType } from 'type-graphql';

/** `members` and `agenda` are field resolvers'. */
@ObjectType({ description: 'The multi-agency team aligned to one school, and what it is to discuss.' })
export class TeamAroundSchool {
  schoolUrn: string;
}
