import { Arg, Ctx, Directive, ID, Int, Mutation, Resolver } from 'type-graphql';
import { idLength, keyLength, upTo } from '../../../platform/graphql/text-limit.js';
import { DateScalar } from '../../../platform/vocabulary/date-scalar.js';
import type { PartnershipContext } from '../context.js';
import { AgendaItem } from './agenda-item.type.js';

const onceOnly = upTo(keyLength, 'The same key again gives the same answer and no second effect.');
const theItem = { description: upTo(idLength, 'The item.') };
const asSeen = { description: 'The version that was seen.' };

@Resolver()
export class ChangeAgendaResolver {
  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'Puts a child on the agenda of the team around the child’s school. While the item stands, 28 days from the meeting, members see what their own role may see of the child. Of a child whom a restriction is about the team sees nothing before the school’s safeguarding lead has decided; whether that is so is not told. NOT_FOUND for a child who does not exist and for one whom you may not see; REFUSED outside the team, for a child who is not on the school’s roll, and for one who has died.',
  })
  addToAgenda(
    @Arg('schoolUrn', () => ID, { description: upTo(idLength, 'The school whose roll the child is on.') })
    schoolUrn: string,
    @Arg('childId', () => ID, { description: upTo(idLength, 'The child, whom the member must be able to see.') })
    childId: string,
    @Arg('reason', () => String, { description: upTo(4000, 'Why, in words.') }) reason: string,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('childVoice', () => String, { nullable: true, description: upTo(4000, 'The child’s own words.') })
    childVoice?: string | null,
    @Arg('parentVoice', () => String, { nullable: true, description: upTo(4000, 'The parents’ own words.') })
    parentVoice?: string | null,
    @Arg('meetingOn', () => DateScalar, {
      nullable: true,
      description:
        'The meeting, by its day: from today to a year ahead, and one on which the school is open, or INVALID_INPUT: no weekend, no bank holiday of England, and no holiday, closure or INSET day of its calendar, where one is held. Where not given, today or the next such day.',
    })
    meetingOn?: string | null,
  ): Promise<AgendaItem | null> {
    const voices = { childVoice: childVoice ?? null, parentVoice: parentVoice ?? null };
    return services.changes.add({ schoolUrn, childId, reason, ...voices, meetingOn: meetingOn ?? null }, key);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'Takes an item off the agenda: what members saw through it they no longer see, at once. With an outcome it stays in the agendas up to this day, for those who see the child all the same. NOT_FOUND for one that does not exist or is not your team’s; CONFLICT where it was closed or changed since it was seen, and for an outcome before its meeting.',
  })
  closeAgendaItem(
    @Arg('id', () => ID, theItem) id: string,
    @Arg('expectedVersion', () => Int, asSeen) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('outcome', () => String, {
      nullable: true,
      description: upTo(4000, 'What was decided, in words; what was recorded before stays where not given.'),
    })
    outcome?: string | null,
  ): Promise<AgendaItem | null> {
    return services.changes.close({ id, expectedVersion, key }, outcome ?? null);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'Writes down, at the meeting or after it, what was decided of an item that goes on standing. NOT_FOUND as for closing it; CONFLICT where it was closed, changed since it was seen, stands no longer, or its meeting is still to come.',
  })
  recordOutcome(
    @Arg('id', () => ID, theItem) id: string,
    @Arg('outcome', () => String, { description: upTo(4000, 'What was decided, in words.') }) outcome: string,
    @Arg('expectedVersion', () => Int, asSeen) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgendaItem | null> {
    return services.changes.recordOutcome({ id, expectedVersion, key }, outcome);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'Keeps an item for another 28 days from today: by those who lead the school, and by who leads its team. NOT_FOUND as for closing it; REFUSED to other members; CONFLICT where it was closed, changed since it was seen, or stands no longer.',
  })
  renewAgendaItem(
    @Arg('id', () => ID, theItem) id: string,
    @Arg('expectedVersion', () => Int, asSeen) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
    @Arg('reason', () => String, { nullable: true, description: upTo(4000, 'Why, in words.') })
    reason?: string | null,
  ): Promise<AgendaItem | null> {
    return services.decisions.renew({ id, expectedVersion, key }, reason ?? null);
  }

  @Directive('@requiresScopes(scopes: [["team:write"]])')
  @Mutation(() => AgendaItem, {
    nullable: true,
    description:
      'The decision of the school’s safeguarding lead, which can be taken of every item of the school’s agenda: that the team may see what its members’ roles allow while the item stands, or that it may not, which closes the item. REFUSED to everybody else; NOT_FOUND for an item that does not exist or is another school’s; CONFLICT as for renewing it.',
  })
  decideAgendaItem(
    @Arg('id', () => ID, theItem) id: string,
    @Arg('opens', () => Boolean, { description: 'True: the team may discuss the child. False: it may not.' })
    opens: boolean,
    @Arg('reason', () => String, {
      description: upTo(4000, 'Why, in words. Told to the school’s safeguarding leads alone.'),
    })
    reason: string,
    @Arg('expectedVersion', () => Int, asSeen) expectedVersion: number,
    @Arg('idempotencyKey', () => ID, { description: onceOnly }) key: string,
    @Ctx() { services }: PartnershipContext,
  ): Promise<AgendaItem | null> {
    return services.decisions.decide({ id, expectedVersion, key }, opens, reason);
  }
}
