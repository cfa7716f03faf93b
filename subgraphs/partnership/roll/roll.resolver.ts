import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { idLength, upTo } from '../../../platform/graphql/text-limit.js';
import type { PartnershipContext } from '../context.js';
import { TeamAroundSchool } from '../team-around-school/team-around-school.type.js';
import { ChildConnection } from './roll.type.js';

@Resolver(() => TeamAroundSchool)
export class RollResolver {
  @FieldResolver(() => ChildConnection, {
    nullable: true,
    description:
      'The children on the school’s roll today whom you may see, by family name, then given name: all of them for those who lead the school. Of whoever you may not see nothing is told, and how many are says nothing of others. INVALID_INPUT for a cursor of something else.',
  })
  roll(
    @Root() { schoolUrn }: TeamAroundSchool,
    @Ctx() { services }: PartnershipContext,
    @Arg('first', () => Int, { nullable: true, description: 'At most this many, 1 to 100; 100 where not given.' })
    first?: number | null,
    @Arg('after', () => String, {
      nullable: true,
      description: upTo(idLength, 'The cursor of the one before the page.'),
    })
    after?: string | null,
  ): Promise<ChildConnection> {
    return services.rolls.page(schoolUrn, first ?? 100, after ?? null);
  }
}
