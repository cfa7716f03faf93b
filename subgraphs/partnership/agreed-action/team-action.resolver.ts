import { Arg, Ctx, Directive, FieldResolver, Resolver, Root } from 'type-graphql';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import { Child } from '../child/child.type.js';
import type { PartnershipContext } from '../context.js';
import { AgendaItem } from '../team-around-school/agenda-item.type.js';
import { TeamAroundSchool } from '../team-around-school/team-around-school.type.js';
import { AgreedAction } from './agreed-action.type.js';

const whetherOpen = {
  nullable: true,
  description: 'True: what is still to be done. False: what was done. Both where not given.',
};

@Resolver(() => TeamAroundSchool)
export class TeamActionResolver {
  @FieldResolver(() => [AgreedAction], {
    nullable: true,
    description:
      'What this team agreed at whichever meeting, for the children whom the reader may see, what is due soonest first. It stays until it is done, and for a year after that.',
  })
  actions(
    @Root() { schoolUrn }: TeamAroundSchool,
    @Ctx() { services }: PartnershipContext,
    @Arg('open', () => Boolean, whetherOpen) open?: boolean | null,
    @Arg('meetingOn', () => DateScalar, {
      nullable: true,
      description: 'As it stands at the end of that day; today where not given.',
    })
    meetingOn?: string | null,
  ): Promise<AgreedAction[]> {
    return services.actions.ofSchool(schoolUrn, open ?? null, meetingOn ?? null);
  }
}

@Resolver(() => AgendaItem)
export class ItemActionResolver {
  @FieldResolver(() => [AgreedAction], {
    nullable: true,
    description:
      'What this team agreed for the child at this or an earlier meeting and is carried to the day of the agenda: what was not done before that day, what is due soonest first.',
  })
  actions(@Root() item: AgendaItem, @Ctx() { services }: PartnershipContext): Promise<AgreedAction[]> {
    return services.actions.ofItem(item);
  }
}

@Resolver(() => Child)
export class ChildActionResolver {
  @Directive('@requiresScopes(scopes: [["partnership:read"]])')
  @FieldResolver(() => [AgreedAction], {
    nullable: true,
    description:
      'What was agreed to be done for the child: by the teams around schools, and, to those who work with the child on a plan or in care, by them; what is due soonest first. REFUSED to a role and purpose that is shown no child’s.',
  })
  actions(
    @Root() { id }: Child,
    @Ctx() { services }: PartnershipContext,
    @Arg('open', () => Boolean, whetherOpen) open?: boolean | null,
  ): Promise<AgreedAction[]> {
    return services.actions.ofChild(id, open ?? null);
  }
}
