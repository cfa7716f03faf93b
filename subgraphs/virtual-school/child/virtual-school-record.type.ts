import 'reflect-metadata';
import { Directive, ObjectType } from 'type-graphql';
import { DomainRecord } from '../../../platform/vocabulary/domain-record.js';

/** `cohorts`, `attendanceWhile`, `firstDayProvision` and `peps` are field resolvers'. */
@Directive('@requiresScopes(scopes: [["virtual-school:read"]])')
@ObjectType({
  implements: DomainRecord,
  description:
    'What the virtual school holds on the child: cohorts, attendance while a status was held, what is expected during suspensions in care, and plans. Shared in part a plan is its term, days and state, without quality and cost.',
})
export class VirtualSchoolRecord extends DomainRecord {
  childId: string;
}
