import 'reflect-metadata';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { DateScalar } from '../../../../platform/vocabulary/date-scalar.js';
import { SuspensionCategory } from '../suspension-category.js';

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: one suspension or exclusion of one child, as the school told of it last.' })
export class EducationSuspension {
  @Field(() => ID, { description: 'The school.' }) schoolUrn: string;
  @Field(() => DateScalar, { description: 'As `Suspension.startedOn`.' }) startedOn: string;
  @Field(() => SuspensionCategory, { description: 'As `Suspension.category`.' }) category: SuspensionCategory;
  @Field(() => Int, { nullable: true, description: 'As `Suspension.sessions`.' }) sessions: number | null;
  @Field(() => Int, { nullable: true, description: 'As `Suspension.lunchtimes`.' }) lunchtimes: number | null;
  @Field(() => DateScalar, { nullable: true, description: 'As `Suspension.cancelledOn`.' })
  cancelledOn: string | null;
  @Field(() => DateScalar, {
    nullable: true,
    description: 'The day provision was in place; null where none is told of.',
  })
  provisionOn: string | null;
}

@Directive('@inaccessible')
@ObjectType({ description: 'Internal: the suspensions and exclusions of one child.' })
export class EducationSuspensionHistory {
  @Field(() => ID, { description: 'The child.' }) childId: string;
  @Field(() => [EducationSuspension], {
    description:
      'Every one that was told, those cancelled among them, the first of them first. With its school and its category its first day tells one from another.',
  })
  suspensions: EducationSuspension[];
}
