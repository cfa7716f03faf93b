import { allow, type Allowed, byAgreement, mayChange, mayRead } from '../../../platform/access/allow.js';
import type { Policy } from '../../../platform/access/rule.js';
import { Domain } from '../../../platform/vocabulary/domain.js';
import { clinicians, isAmong, schoolLeaders, teamGuests } from '../../../platform/vocabulary/role-groups.js';

const onRoll = byAgreement('SCHOOL_ROLL').because(
  'The child is on the roll of your school, whose team discusses them.',
);
const caseload = byAgreement('CASELOAD').because('The child is on your caseload.');
const onAgenda = byAgreement('TEAM_AROUND_SCHOOL').because(
  'The child is on the agenda of a team around the school that you are a member of.',
);

const team: readonly Allowed[] = [
  allow(schoolLeaders).for('TEAM_AROUND_SCHOOL', 'SAFEGUARDING').when(onRoll),
  allow('social-worker').for('TEAM_AROUND_SCHOOL', 'SAFEGUARDING', 'DIRECT_CARE').when(caseload),
  allow(schoolLeaders, clinicians, teamGuests).for('TEAM_AROUND_SCHOOL').when(onAgenda),
];

/**
 * Who may see and change what a team around the school is to discuss about a child. Besides this, only those who
 * belong to that school's team (the database holds to it as well). What the team agrees to do others see too, who work with
 * the child on a plan or in care: its agenda and the words said for it they do not, whoever gave them a seat. A seat gives no
 * more than a role's own sentence here. Source: access.md, "The team around the school".
 */
export const teamAroundSchoolPolicy: Policy = {
  domain: Domain.PARTNERSHIP,
  version: 'partnership-team-around-school-2026-11.3',
  rules: [
    ...mayRead(
      'T2',
      team.map((sentence) => sentence.with('AGENDA')),
    ),
    ...mayChange('T2', team),
  ],
  shows: [{ tier: 'T2', fields: ['Child.voices'], facets: ['AGENDA'] }],
};

/**
 * Whether somebody may say who sits in a school's team: those who lead the school, and a lead who was given a seat in
 * that very team. Only a school's leaders can seat themselves.
 */
export function maySeat(
  { role, org, sub }: { readonly role: string; readonly org: string; readonly sub: string },
  schoolUrn: string,
  seat: { readonly held: boolean; readonly subject: string },
): boolean {
  if (isAmong(role, schoolLeaders)) return org === schoolUrn;
  return isAmong(role, ['team-around-school-lead']) && seat.held && seat.subject !== sub;
}

type Whoever = Parameters<typeof maySeat>[0];

/** Whether somebody may decide on agendas at all: whoever leads safeguarding at a school. */
export const mayDecide = ({ role }: Pick<Whoever, 'role'>): boolean => isAmong(role, ['designated-safeguarding-lead']);

/** Whether somebody leads safeguarding at this school: they decide what its team may see of a child whom a restriction is about. */
export const leadsSafeguarding = ({ role, org }: Omit<Whoever, 'sub'>, schoolUrn: string): boolean =>
  mayDecide({ role }) && org === schoolUrn;

/** Whether somebody of the team may keep an item on its agenda for longer: those who lead the school, and who leads the team. */
export const mayRenew = ({ role, org }: Omit<Whoever, 'sub'>, schoolUrn: string): boolean =>
  isAmong(role, schoolLeaders) ? org === schoolUrn : isAmong(role, ['team-around-school-lead']);
