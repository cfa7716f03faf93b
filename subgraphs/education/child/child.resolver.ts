import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { EducationContext } from '../context.js';
import { Child } from './child.type.js';
import { EducationRecord } from './education-record.type.js';

@Resolver(() => Child)
export class ChildResolver {
  @FieldResolver(() => EducationRecord, {
    nullable: true,
    description: 'What schools and the council share about the child’s education.',
  })
  education(@Root() child: Child, @Ctx() { services }: EducationContext): Promise<EducationRecord> {
    return services.records.recordOf(child.id);
  }
}
