import { personaNamed, subjectOf } from '../platform/auth/personas.js';
import { Defect } from '../platform/errors/hub-error.js';
import { askAs } from './ask-as.js';
import type { Assembly } from './assemble.js';

/** So many of those who most need it are put on an agenda. */
const discussed = 3;

const attention = `query Attention($schools: [_Any!]!) { _entities(representations: $schools) { ... on School {
  teamAroundSchool { attention { child { id } reasons { fact } } } } } }`;
const seat = `mutation Seat($school: ID!, $user: ID!, $role: String!, $key: ID!) {
  setTeamMember(schoolUrn: $school, userId: $user, role: $role, idempotencyKey: $key) { role } }`;
const put = `mutation Put($school: ID!, $child: ID!, $reason: String!, $key: ID!) {
  addToAgenda(schoolUrn: $school, childId: $child, reason: $reason, idempotencyKey: $key) { id } }`;
const act = `mutation Act($school: ID!, $child: ID!, $owner: String!, $key: ID!) {
  recordAction(schoolUrn: $school, childId: $child, what: "Meet the family and agree what helps", owner: $owner, idempotencyKey: $key) { id } }`;

interface Item {
  readonly child: { readonly id: string } | null;
  readonly reasons: readonly { readonly fact: string }[];
}

/**
 * Has the SENCO of each school of the sample area seat the lead of its team, put on its agenda those who need it most, and agree a first
 * action, each by the way that anybody would: so that a lead who signs in sees a meeting. Done again it changes nothing.
 */
export async function seatSampleTeams(assembly: Assembly, schools: readonly string[]): Promise<void> {
  for (const school of schools) {
    await seatLead(assembly, school);
    await fillAgenda(assembly, school);
  }
}

async function seatLead(assembly: Assembly, school: string): Promise<void> {
  const role = 'team-around-school-lead';
  // A seat is given to somebody the hub knows: who has signed in.
  await askAs(assembly, { role, school }, '{ me { name } }');
  const { sub: user } = subjectOf(personaNamed(role), { school });
  const given = { school, user, role, key: `sample-seat-${school}` };
  const { errors } = await askAs(assembly, { role: 'senco', school }, seat, given);
  if (errors?.length)
    throw new Defect('The lead of a sample team could not be seated.', { code: errors[0]?.extensions?.['code'] });
}

async function fillAgenda(assembly: Assembly, school: string): Promise<void> {
  const senco = { role: 'senco', school } as const;
  const schools = [{ __typename: 'School', urn: school }];
  const { data } = await askAs(assembly, senco, attention, { schools });
  const [found] = (data?.['_entities'] ?? []) as ({ teamAroundSchool: { attention: Item[] | null } | null } | null)[];
  const most = (found?.teamAroundSchool?.attention ?? []).slice(0, discussed);
  for (const [at, { child, reasons }] of most.entries()) {
    if (!child) continue;
    const of = { school, child: child.id };
    const reason = reasons.map(({ fact }) => fact).join(' ');
    // Who is kept off an agenda stays off it.
    const { errors } = await askAs(assembly, senco, put, { ...of, reason, key: `sample-agenda-${school}-${child.id}` });
    if (at === 0 && !errors?.length)
      await askAs(assembly, senco, act, { ...of, owner: 'SENCO', key: `sample-action-${school}` });
  }
}
