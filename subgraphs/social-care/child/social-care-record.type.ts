import 'reflect-metadata';
import { Directive, Field, ObjectType } from 'type-graphql';
import { DomainRecord } from '../../../platform/vocabulary/domain-record.js';
import { SocialCareStatus } from '../../../platform/vocabulary/social-care-status.js';
import { TeamMember } from '../../../platform/vocabulary/team-member.js';
import { StatusInterval } from '../involvement/status-interval.type.js';
import { CarePlanSummary } from '../plan/care-plan-summary.type.js';

@Directive('@requiresScopes(scopes: [["social-care:read"]])')
@ObjectType({
  implements: DomainRecord,
  description:
    'What social care shares about the child: status, worker and plan dates, never what a case says. Shared in part it is the status and the plan of today, without the worker and the history.',
})
export class SocialCareRecord extends DomainRecord {
  @Field(() => SocialCareStatus, {
    nullable: true,
    description: 'The most serious status open today; none after a child died.',
  })
  status: SocialCareStatus | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True while a social worker works with the child: one is allocated, or the child is on a protection plan or looked after. False where others are named today and none of them is a social worker: a Child in Need plan may be led by somebody else. Otherwise null: a plan is open and nobody is named, nothing is held, or it may not be told.',
  })
  hasSocialWorker: boolean | null;

  @Field(() => [StatusInterval], {
    nullable: true,
    description:
      'Every status held and when, oldest first. Only to roles that need the history; null to others. Every status ends, at the latest, the day the child died.',
  })
  intervals: StatusInterval[] | null;

  @Field(() => TeamMember, { nullable: true, description: 'The worker who leads today; nobody after a child died.' })
  worker: TeamMember | null;

  @Field(() => CarePlanSummary, {
    nullable: true,
    description:
      'The Child in Need or protection plan that holds today; none, and no review is due, after a child died.',
  })
  plan: CarePlanSummary | null;
}
