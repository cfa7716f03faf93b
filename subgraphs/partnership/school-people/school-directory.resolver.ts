import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { PartnershipContext } from '../context.js';
import { School } from './school.type.js';
import { SchoolDirectory } from './school-directory.type.js';

@Resolver(() => School)
export class SchoolDirectoryResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => SchoolDirectory, {
    nullable: true,
    description:
      'Who holds which post at the school: for whoever works with children or keeps a provider’s lists; REFUSED to any other role.',
  })
  directory(
    @Root() { urn }: School,
    @Ctx() { services }: PartnershipContext,
    @Arg('on', () => DateScalar, { nullable: true, description: 'On which day; today where not given.' })
    on?: string | null,
  ): Promise<SchoolDirectory> {
    return services.directories.ofSchool(urn, on ?? null);
  }
}
