import { Domain } from '../../../platform/vocabulary/domain.js';
import type { TeamMember } from '../../../platform/vocabulary/team-member.js';

type Held = Pick<TeamMember, 'domain' | 'lead' | 'since' | 'until'>;

/**
 * A child's team on a day: the one who leads for each domain, then the others who hold their role that day, then those who
 * are to take over, each domain's members in its own order. A copy outlasts the day it was told on: who has ended is left
 * out, and of those a domain marks as leads the first who has begun leads. Who share the lead of the team around a school, of
 * whom the partnership tells, lead together.
 */
export function teamOn<Member extends Held>(members: readonly Member[], day: string): Member[] {
  const told = members.filter(({ until = null }) => until === null || day < until);
  const begun = told.filter(({ since }) => since === null || since <= day);
  const leads = begun.filter(
    ({ domain, lead }, at) =>
      lead && (domain === Domain.PARTNERSHIP || begun.findIndex((one) => one.lead && one.domain === domain) === at),
  );
  const rest = [...begun, ...told.filter((one) => !begun.includes(one))].filter((one) => !leads.includes(one));
  return [...leads, ...rest.map((one) => ({ ...one, lead: false }))];
}
