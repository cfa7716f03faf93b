import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sightOf, type Sight, standings } from '../../cli/who-sees-what.js';
import { type Persona, personaNamed, personas, subjectOf } from '../../platform/auth/personas.js';
import type { Purpose } from '../../platform/vocabulary/purpose.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { arrangeChild, place } from '../support/arrange.js';
import { arrangeFacets, unnamedService } from '../support/arrange-facets.js';
import { testHub, type TestHub } from '../support/hub.js';

/** Whom each persona signs in, and where they work. */
const people = personas.map((persona) => subjectOf(persona, {}));

let hub: TestHub;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  const org = (code: string) => `org:${code}`;
  child = await arrangeChild(hub.admin, [
    { basis: 'SCHOOL_ROLL', grantee: org(place.school) },
    { basis: 'RESIDENCE', grantee: org(place.council) },
    { basis: 'LOOKED_AFTER_DUTY', grantee: org(place.council) },
    { basis: 'PLAN_DUTY', grantee: org(place.council) },
    { basis: 'MATCH_REVIEW', grantee: org(place.council) },
    { basis: 'TEAM_AROUND_SCHOOL', grantee: `team:tas:${place.school}` },
    ...[...new Set(people.map((one) => one.org))].map((code) => ({ basis: 'REFERRAL', grantee: org(code) })),
    ...people.map(({ sub }) => ({ basis: 'CASELOAD', grantee: `person:${sub}` })),
  ]);
  await arrangeFacets(hub.admin, child);
  // What makes every field of the table say something where it is shown.
  await hub.admin.query(
    `update education.enrolment set sen_provisions = '[{"provision": "EHC_PLAN", "from": "2024-09-02"}]' where child_id = $1`,
    [child],
  );
  await hub.admin.query(
    `insert into education.suspension (id, child_id, urn, started_on, category, version, session, sessions, recorded_at)
     values (gen_random_uuid(), $1, $2, '2026-10-05', 'SUSPENSION', 1, 'AM', 3, now()),
       (gen_random_uuid(), $1, $2, '2026-10-12', 'SUSPENSION', 1, 'AM', 3, now())`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
     select id, child_id, '2026-11-09', 'OO........' from education.enrolment where child_id = $1`,
    [child],
  );
  await hub.admin.query(
    `insert into education.attendance_correction (id, child_id, enrolment_id, urn, session_on, session, was, became, file, recorded_at)
     select gen_random_uuid(), child_id, id, urn, '2026-11-09', 'AM', 'N', 'O', 'a.csv', now() from education.enrolment where child_id = $1`,
    [child],
  );
  await hub.admin.query(
    `update partnership.source_record set postcode = 'ZZ99 3WZ', identifiers = '[{"type": "UPN", "value": "Z999000000001"}]' where child_id = $1`,
    [child],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_week (child_id, week_beginning, school_urn, marks) values ($1, '2026-11-02', $2, '//////////')`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_enrolment (child_id, school_urn, status, held_from, sen_provisions, free_school_meals)
     values ($1, $2, 'CURRENT', '2026-09-01', '[]', '[]')`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_interval (child_id, status, held_from, held_until)
     values ($1, 'PREVIOUSLY_LOOKED_AFTER', '2026-02-02', null), ($1, 'LOOKED_AFTER', '2025-10-06', '2026-02-02')`,
    [child],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_suspension (child_id, school_urn, started_on, category, sessions)
     values ($1, $2, '2026-01-12', 'SUSPENSION', 3)`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on)
     values ($1, null, 'Call', 'Us', '2026-11-16'), ($1, $2, 'Call', 'Us', '2026-11-16')`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, child_voice, meeting_on, until)
     values ($2, $1, 'SENCO', 'Absence', 'I like the garden.', '2026-11-19', '2026-12-17')`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.plan_week (child_id, week_beginning, last_week, status, school_urn, team, possible, attended,
       authorised, unauthorised, late, last_attended_on, alerts)
     values ($1, '2026-11-16', '2026-11-16', 'CHILD_PROTECTION', $2, 'North', 10, 9, 1, 0, 0, '2026-11-20',
       '[{"kind": "PART_TIME", "since": "2026-11-16"}]')`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.child_week (child_id, week_beginning, possible, attended, authorised, unauthorised, late,
       part_time, last_attended_on, n_days, possible_days, first_main_urn, last_main_urn)
     values ($1, '2026-11-16', 10, 9, 1, 0, 0, 1, '2026-11-20', 0, 31, $2, $2)`,
    [child, place.school],
  );
  await hub.admin.query(
    `insert into virtual_school.kept_school_week (urn, week_beginning, pupils, possible, attended, authorised, unauthorised,
       persistent_to_date, severe_to_date, school_days, version)
     values ($1, '2026-11-16', 1, 10, 9, 1, 0, 1, 0, 31, 1)`,
    [place.school],
  );
  await hub.admin.query(
    `insert into access.membership (team, subject, valid) select 'tas:' || $1::text, unnest($2::text[]), tstzrange('2026-01-01', null)`,
    [place.school, people.map(({ sub }) => sub)],
  );
});

afterAll(() => hub.close());

const question = `query Look($id: ID!) { child(id: $id) {
  name { family } dateOfBirth diedOn age sex identifiers { type } recordsVersion actions { id } voices { words }
  sourceRecords { name { family } dateOfBirth postcode identifiers { type } }
  education { enrolments { from } attendance { possible } attendanceCorrections { was } attendanceThresholds { count } suspensions { items { startedOn } }
    riskOfExclusion { flaggedOn } sen { provision } }
  health { waiting { service } }
  socialCare { status worker { name } plan { kind } intervals { from until } hasSocialWorker }
  virtualSchool { peps { term } cohorts attendanceWhile(status: CHILD_PROTECTION) { possible }
    firstDayProvision { met } } } }`;

const week = '2026-11-16';
const actionsQuestion = `query Item($of: [_Any!]!) { _entities(representations: $of) { ... on TriangulationItem { actions { id } } } }`;
const listQuestion = `query List($week: Date!) { attendanceTriangulation(week: $week) { edges { node {
  status socialWorkTeam school { urn } thisWeek { possible } trend { state } lastAttendedOn schoolDaysSinceAttended
  alerts { kind } } } } }`;

/** The child’s item of the weekly list, of which each domain is asked for its own fields. */
async function itemOf(persona: Role, purpose: Purpose): Promise<Told> {
  const as = { persona, purpose };
  const of = [{ __typename: 'TriangulationItem', id: `${child}.${week}` }];
  const [actions, list] = await Promise.all([
    hub.ask('partnership', as, actionsQuestion, { of }),
    hub.ask('virtual-school', as, listQuestion, { week }),
  ]);
  const [added] = (actions.data as { _entities?: Told[] } | null | undefined)?._entities ?? [];
  const edges = (list.data as { attendanceTriangulation?: { edges: { node: Told }[] } } | null | undefined)
    ?.attendanceTriangulation?.edges;
  return { ...edges?.[0]?.node, ...added };
}

type Told = Readonly<Record<string, unknown>> | null | undefined;

const record: Readonly<Record<string, string>> = {
  EducationRecord: 'education',
  HealthRecord: 'health',
  SocialCareRecord: 'socialCare',
  VirtualSchoolRecord: 'virtualSchool',
};

/** What stands at a field of the answer. */
function valueOf(told: Told, field: string): unknown {
  const [type = '', name = ''] = field.split('.');
  if (type === 'TriangulationItem') return (told?.['item'] as Told)?.[name];
  if (type === 'Child') return told?.[name];
  if (type === 'SourceRecord') return (told?.['sourceRecords'] as Told[] | null | undefined)?.[0]?.[name];
  return (told?.[record[type] ?? ''] as Told)?.[name];
}

const isNothing = (value: unknown): boolean =>
  value === null || value === undefined || (Array.isArray(value) && value.length === 0);

/** How much of it was told: what is told in part says so by what it leaves out. */
function sightIn(told: Told, field: string): Sight {
  const value = valueOf(told, field);
  if (isNothing(value)) return 'NOT';
  if (field === 'Child.actions') return (value as unknown[]).length === 2 ? 'SEEN' : 'PART';
  if (field === 'Child.identifiers') return (value as unknown[]).length === 4 ? 'SEEN' : 'PART';
  if (field === 'HealthRecord.waiting')
    return (value as { service: string }[]).some(({ service }) => service === unnamedService.service) ? 'SEEN' : 'PART';
  if (field === 'VirtualSchoolRecord.cohorts')
    return (value as string[]).includes('PREVIOUSLY_LOOKED_AFTER') ? 'SEEN' : 'PART';
  if (field === 'VirtualSchoolRecord.attendanceWhile' || field === 'EducationRecord.attendance')
    return (value as { possible: number }).possible > 0 ? 'SEEN' : 'NOT';
  if (field === 'EducationRecord.suspensions') return (value as { items: unknown[] }).items.length > 0 ? 'SEEN' : 'NOT';
  return 'SEEN';
}

/** A child of this test lives. */
const unsaid = ['Child.diedOn'];
const fields = [...standings.keys()].filter((field) => !unsaid.includes(field));

const asked = personas.flatMap(({ role, purposes }) => purposes.map((purpose) => [role, purpose] as [Role, Purpose]));

const scopeOf: Readonly<Record<string, string>> = {
  Child: 'partnership:read',
  'Child.recordsVersion': 'match:review',
  SourceRecord: 'match:review',
  EducationRecord: 'education:read',
  HealthRecord: 'health:read',
  SocialCareRecord: 'social-care:read',
  VirtualSchoolRecord: 'virtual-school:read',
  TriangulationItem: 'virtual-school:read',
  'TriangulationItem.actions': 'partnership:read',
};

/** A persona's own token, whose scopes narrow what the rules let be seen. */
function expected({ role, scopes }: Persona, purpose: Purpose, field: string): Sight {
  const scope = scopeOf[field] ?? scopeOf[field.split('.')[0] ?? ''];
  return scope !== undefined && scopes.includes(scope) ? sightOf(role, purpose, field) : 'NOT';
}

describe('the table of who sees what', () => {
  it.each(asked)('is what the gateway tells a %s for %s', async (role, purpose) => {
    const persona = personaNamed(role);
    const { body } = await hub.post({ persona: role, purpose }, question, { id: child });
    const told = { ...(body.data?.['child'] as Told), item: await itemOf(role, purpose) };
    const shown = Object.fromEntries(fields.map((field) => [field, sightIn(told, field)]));
    expect(shown).toEqual(Object.fromEntries(fields.map((field) => [field, expected(persona, purpose, field)])));
  });
});
