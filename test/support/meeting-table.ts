import { personaNamed, subjectOf } from '../../platform/auth/personas.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { attentionTiers } from '../../subgraphs/partnership/attention/attention-source.js';
import { arrangeChild, place } from './arrange.js';
import type { As, TestHub } from './hub.js';

const { school, provider, council } = place;

/** The day of the arranged meeting. */
export const meetingOn = '2026-11-20';

/** Who a caller is. */
export const subjectAs = (as: As): string => as.claims?.sub ?? subjectOf(personaNamed(as.persona), as).sub;

/** Those who sit in the arranged team. */
const seated = [
  'team-around-school-lead',
  'senco',
  'headteacher',
  'designated-safeguarding-lead',
  'educational-psychologist',
  'social-worker',
  'camhs-clinician',
  'virtual-school-adviser',
] as const satisfies readonly Role[];

/** Signs somebody in, and gives them a seat in the team around the school, until a day or without end. */
export async function takeSeat(hub: TestHub, as: As, until: string | null = null): Promise<string> {
  await hub.ask('partnership', as, '{ me { name } }');
  const subject = subjectAs(as);
  await hub.admin.query(
    `insert into partnership.team_member (school_urn, subject, role, since, until) values ($1, $2, 'Member', '2026-09-01', $3)
     on conflict (school_urn, subject) do update set until = excluded.until`,
    [school, subject, until],
  );
  await hub.admin.query(
    `insert into access.membership (team, subject, valid) values ($1, $2, tstzrange('2026-09-01', $3))
     on conflict (subject, team) do update set valid = excluded.valid`,
    [`tas:${school}`, subject, until],
  );
  return subject;
}

/** A child on the school's roll and on the agenda of its team's meeting, to whom members are related in other ways besides. */
async function arrangeDiscussed({ admin }: TestHub): Promise<string> {
  const child = await arrangeChild(admin, [
    { basis: 'SCHOOL_ROLL', grantee: `org:${school}` },
    { basis: 'TEAM_AROUND_SCHOOL', grantee: `team:tas:${school}` },
    { basis: 'CASELOAD', grantee: 'person:sw-001' },
    { basis: 'REFERRAL', grantee: `org:${provider}` },
    { basis: 'PLAN_DUTY', grantee: `org:${council}` },
    { basis: 'RESIDENCE', grantee: `org:${council}` },
  ]);
  await admin.query(
    `insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, child_voice, meeting_on, until)
     values ($1, $2, 'SENCO', 'Absence', 'I like the garden.', $3, '2026-12-18')`,
    [school, child, meetingOn],
  );
  return child;
}

/**
 * Has every domain say of a child that something needs attention: once for all who see its part, and once for fewer; and has one
 * say something for those who see another's part besides.
 */
async function needsAttention({ admin }: TestHub, child: string): Promise<void> {
  await admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, facet, kind, fact, since, stands_from)
     select $1, s.domain, s.tier, s.domain || coalesce(f, ''), f, 'PART_TIME', s.domain || coalesce(' ' || f, ''), '2026-11-16', '2026-11-16'
     from unnest($2::text[], $3::text[]) s(domain, tier), unnest(array[null, 'HISTORY']) f`,
    [child, attentionTiers.map(({ domain }) => domain), attentionTiers.map(({ tier }) => tier)],
  );
  await admin.query(
    `insert into partnership.attention_fact (child_id, domain, tier, fact_key, besides, kind, fact, since, stands_from)
     values ($1, 'SOCIAL_CARE', 'T3', 'both', 'VIRTUAL_SCHOOL', 'PART_TIME', 'SOCIAL_CARE BESIDES', '2026-11-16', '2026-11-16')`,
    [child],
  );
}

/** Two discussed children: of one every domain says something, and an action is to be done; of the other nobody says anything. */
export async function arrangeMeeting(hub: TestHub): Promise<readonly [child: string, bare: string]> {
  const [child, bare] = [await arrangeDiscussed(hub), await arrangeDiscussed(hub)];
  await needsAttention(hub, child);
  await hub.admin.query(
    `insert into partnership.agreed_action (child_id, school_urn, what, owner, recorded_on) values ($1, $2, 'Call home', 'SENCO', '2026-11-13')`,
    [child, school],
  );
  for (const persona of seated) await takeSeat(hub, { persona });
  return [child, bare];
}

/** The items of the school's agenda. */
export async function agendaIds({ admin }: TestHub): Promise<string[]> {
  const { rows } = await admin.query<{ id: string }>('select id from partnership.agenda_item');
  return rows.map(({ id }) => id);
}
