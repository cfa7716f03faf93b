import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import type { Role } from '../../platform/vocabulary/role.js';
import { place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { shareAs } from '../support/share-as.js';
import { arrangeMeeting, meetingOn, subjectAs as subject, takeSeat } from '../support/meeting-table.js';

let hub: TestHub;
let child: string;
let bare: string;

const { school } = place;
const lead: As = { persona: 'team-around-school-lead' };
const senco: As = { persona: 'senco' };
const text = operations().find(({ name }) => name === 'meeting-pack')?.text ?? '';

beforeAll(async () => {
  hub = await testHub();
  [child, bare] = await arrangeMeeting(hub);
});

afterAll(() => hub.close());

interface Item {
  readonly child: { id: string } | null;
  readonly reasons: readonly { domain: string; fact: string }[];
  readonly voices: readonly { words: string }[];
  readonly openActions: readonly { what: string }[];
  readonly withheld: readonly { domain: string; fromMember: string }[];
}

/** What the partnership's own part of the question answers, and how it is refused. */
async function packFor(as: As, members: readonly string[], over: object = {}) {
  const { data, errors } = await hub.ask('partnership', as, text.replace(/school \{[^}]*\}/, 'school { urn }'), {
    schoolUrn: school,
    meetingOn,
    members,
    ...over,
  });
  const pack = (data as { meetingPack: { items: readonly Item[] } | null } | null)?.meetingPack ?? null;
  return { items: pack?.items ?? null, code: errors?.[0]?.extensions?.['code'] ?? null };
}

const told = (item: Item | undefined) => ({
  child: item?.child?.id ?? null,
  reasons: item?.reasons.map(({ fact }) => fact).sort() ?? [],
  said: (item?.voices.length ?? 0) + (item?.openActions.length ?? 0),
  withheld: item?.withheld.map(({ domain, fromMember }) => `${domain} ${fromMember}`).sort() ?? [],
});

const byChild = (one: { child: string | null }, other: { child: string | null }): number =>
  (one.child ?? '').localeCompare(other.child ?? '');
const sorted = (items: readonly Item[] | null) => items?.map(told).sort(byChild);

const [EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL] = ['EDUCATION', 'HEALTH', 'SOCIAL_CARE', 'VIRTUAL_SCHOOL'];
const from = (who: string, ...domains: readonly string[]) => domains.map((domain) => `${domain} ${who}`);
const all = [EDUCATION, HEALTH, SOCIAL_CARE, VIRTUAL_SCHOOL];
/** A fact of social care's over which the virtual school's rules are too. */
const BESIDES = 'SOCIAL_CARE BESIDES';
const everything = [EDUCATION, HEALTH, SOCIAL_CARE, BESIDES, VIRTUAL_SCHOOL];

const tables: readonly (readonly [string, readonly Role[], readonly string[], readonly string[]])[] = [
  ['a SENCO and a psychologist', ['senco', 'educational-psychologist'], everything, []],
  ['a social worker, whose own caseload shows more,', ['social-worker'], everything, []],
  [
    'a headteacher and a safeguarding lead of the school',
    ['headteacher', 'designated-safeguarding-lead'],
    everything,
    [],
  ],
  [
    'a clinician, to whom the virtual school tells nothing',
    ['senco', 'camhs-clinician'],
    [EDUCATION, HEALTH, SOCIAL_CARE],
    from('CAMHS clinician', VIRTUAL_SCHOOL),
  ],
];

describe('the pack of a meeting', () => {
  it.each(tables)('holds for %s what each of them may see', async (_who, members, reasons, withheld) => {
    const { items, code } = await packFor(
      lead,
      members.map((persona) => subject({ persona })),
    );
    expect(code).toBeNull();
    const [one, other] = [child, bare].map((id) => told(items?.find((item) => item.child?.id === id)));
    expect(one).toEqual({ child, reasons, said: 2, withheld });
    // Of a child of whom no domain holds anything the same is said to be withheld.
    expect(other).toEqual({ child: bare, reasons: [], said: 1, withheld });
  });

  it('holds nothing for somebody whom no domain tells anything at such a meeting, and says so by domain', async () => {
    const { items } = await packFor(lead, ['vsa-001', subject(senco)]);
    const nothing = {
      child: null,
      reasons: [],
      said: 0,
      withheld: from('Virtual school adviser', ...all, 'PARTNERSHIP').sort(),
    };
    expect(items?.map(told)).toEqual([nothing, nothing]);
  });

  it('holds no more than whoever asks may see, and names them', async () => {
    await renameRole('team-around-school-lead', 'somebody-else');
    const { items } = await packFor(lead, [subject(senco)]);
    expect(sorted(items)).toEqual(
      [child, bare]
        .map((id) => ({
          child: id,
          reasons: id === child ? [EDUCATION, SOCIAL_CARE, BESIDES, VIRTUAL_SCHOOL] : [],
          said: id === child ? 2 : 1,
          withheld: from('Team around school lead', HEALTH),
        }))
        .sort(byChild),
    );
    await renameRole('somebody-else', 'team-around-school-lead');
  });

  it('tells what only some see to nobody, though whoever asks is told it in the same breath', async () => {
    await facetFor(['senco', 'team-around-school-lead']);
    const both = `query Both($schoolUrn: ID!, $meetingOn: Date!, $members: [ID!]!, $id: ID!) {
      child(id: $id) { attention { fact } }
      meetingPack(schoolUrn: $schoolUrn, meetingOn: $meetingOn, members: $members) { items { child { id attention { fact } } reasons { fact } } }
    }`;
    const ask = async (members: readonly string[]) => {
      const { data } = await hub.ask('partnership', senco, both, { schoolUrn: school, meetingOn, members, id: child });
      const { child: seen, meetingPack: pack } = data as {
        child: { attention: unknown[] };
        meetingPack: { items: readonly Item[] };
      };
      return [seen.attention.length, pack.items.find((item) => item.child?.id === child)?.reasons.length];
    };
    expect(await ask([subject(senco), 'ep-001'])).toEqual([6, 5]);
    expect(await ask([subject(senco), subject(lead)])).toEqual([6, 6]);
    await facetFor([]);
    expect(await ask([subject(senco)])).toEqual([5, 5]);
  });

  it('is decided for each of several that are asked for at once', async () => {
    const two = `query Two($schoolUrn: ID!, $meetingOn: Date!, $few: [ID!]!, $many: [ID!]!) {
      few: meetingPack(schoolUrn: $schoolUrn, meetingOn: $meetingOn, members: $few) { items { reasons { domain } } }
      many: meetingPack(schoolUrn: $schoolUrn, meetingOn: $meetingOn, members: $many) { items { reasons { domain } } }
    }`;
    const asked = { schoolUrn: school, meetingOn, few: ['ep-001'], many: ['ep-001', 'camhs-001'] };
    const { data } = await hub.ask('partnership', lead, two, asked);
    const { few, many } = data as Record<'few' | 'many', { items: readonly Item[] }>;
    const count = (pack: { items: readonly Item[] }) => pack.items.map(({ reasons }) => reasons.length).sort();
    expect([count(few), count(many)]).toEqual([
      [0, 5],
      [0, 3],
    ]);
  });

  it('holds no child whom a restriction hides from one who is there, nor one whom no item opens', async () => {
    const items = async (as: As, ...members: readonly string[]) => (await packFor(as, members)).items?.length ?? 0;
    const safeguards: As = { persona: 'designated-safeguarding-lead' };
    await hub.admin.query(`insert into access.restriction values ($1, 'STAFF_FAMILY', '2026-01-01')`, [child]);
    // The safeguarding lead has still to decide: it is as if there were no item.
    expect(await items(safeguards, subject(safeguards))).toBe(1);
    await hub.admin.query(
      `insert into access.relationship values ($1, $2, 'TEAM_AROUND_SCHOOL', 'decided', tstzrange('2026-01-01', null))`,
      [child, `team:tas:${school}`],
    );
    expect(await items(safeguards, subject(safeguards))).toBe(2);
    expect(await items(safeguards, subject(safeguards), subject(senco))).toBe(1);
    expect(await items(lead, subject(safeguards))).toBe(1);
    await hub.admin.query('delete from access.restriction');
    expect(await items(lead, subject(senco))).toBe(2);

    const ends = `update access.relationship set valid = tstzrange('2026-01-01', $2) where child_id = $1 and basis = 'TEAM_AROUND_SCHOOL'`;
    await hub.admin.query(ends, [child, '2026-11-19']);
    expect(await items(senco, subject(senco))).toBe(1);
    await hub.admin.query(ends, [bare, '2026-11-19']);
    expect((await packFor(senco, [subject(senco)])).code).toBe('NOT_FOUND');
    for (const one of [child, bare]) await hub.admin.query(ends, [one, null]);
  });

  it('holds nothing of what one who is there is shown in part, and says so by domain', async () => {
    await shareAs(hub, 'REDACTED', { about: Domain.HEALTH, tier: 'T3' });
    const { items } = await packFor(lead, ['ep-001']);
    const item = told(items?.find((one) => one.child?.id === child));
    expect(item.reasons).toEqual([EDUCATION, SOCIAL_CARE, BESIDES, VIRTUAL_SCHOOL]);
    expect(item.withheld).toEqual([
      ...from('Educational psychologist', HEALTH),
      ...from('Team around school lead', HEALTH),
    ]);
    await shareAs(hub, 'FULL', { about: Domain.HEALTH, tier: 'T3' });
  });

  it('says of a child who has died since what was said and agreed, and of nothing that it needs attention', async () => {
    const [meeting, died] = ['2026-11-19', '2026-11-20'];
    await hub.admin.query('update partnership.agenda_item set meeting_on = $1', [meeting]);
    const reasons = async () => {
      const { items } = await packFor(lead, [subject(senco)], { meetingOn: meeting });
      return told(items?.find((one) => one.child?.id === child));
    };
    expect(await reasons()).toMatchObject({ child, reasons: everything, said: 2 });
    await hub.admin.query('insert into access.death values ($1, $2)', [child, died]);
    expect(await reasons()).toMatchObject({ child, reasons: [], said: 2 });
    await hub.admin.query('delete from access.death');
    await hub.admin.query('update partnership.agenda_item set meeting_on = $1', [meetingOn]);
  });

  it('says nothing of an objection: it is as if nothing were held', async () => {
    await hub.admin.query(
      `insert into access.objection values ($1, 'HEALTH', null, tstzrange('2026-01-01', null), 'test')`,
      [child],
    );
    const { items } = await packFor(lead, [subject(senco)]);
    const item = told(items?.find((one) => one.child?.id === child));
    expect(item).toEqual({ child, reasons: [EDUCATION, SOCIAL_CARE, BESIDES, VIRTUAL_SCHOOL], said: 2, withheld: [] });
    await hub.admin.query('delete from access.objection');
  });
});

describe('who is at the table', () => {
  const refusals: readonly (readonly [string, As, readonly string[], string])[] = [
    [
      'a psychologist of the team',
      { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' },
      ['ep-001'],
      'REFUSED',
    ],
    ['another school’s SENCO', { persona: 'senco', school: '900002' }, ['ep-001'], 'REFUSED'],
    ['the lead of another team', { persona: 'team-around-school-lead', school: '900002' }, ['ep-001'], 'REFUSED'],
    ['an analyst', { persona: 'analyst', claims: { scopes: ['partnership:read'] } }, ['ep-001'], 'REFUSED'],
    ['for somebody nobody has heard of', lead, ['nobody-001'], 'NOT_FOUND'],
    ['for nobody', lead, [], 'INVALID_INPUT'],
    ['for a person without a name', lead, [' '], 'INVALID_INPUT'],
  ];

  it.each(refusals)('is no pack for: %s', async (_who, as, members, code) => {
    expect(await packFor(as, members)).toEqual({ items: null, code });
  });

  it('is nobody whose seat has ended, is another team’s, or is of two people by one subject', async () => {
    const gone = await takeSeat(hub, { persona: 'educational-psychologist', claims: { sub: 'ep-009' } }, '2026-11-20');
    expect((await packFor(lead, [gone])).code).toBe('NOT_FOUND');
    const other = await takeSeat(hub, { persona: 'educational-psychologist', claims: { sub: 'ep-008' } });
    expect((await packFor(lead, [other])).code).toBeNull();
    await hub.admin.query(`update access.membership set team = 'tas:900002' where subject = $1`, [other]);
    expect((await packFor(lead, [other])).code).toBe('NOT_FOUND');
    await hub.admin.query(
      `insert into access.known_person select 'https://elsewhere', subject, name, organisation, role, known_since, last_seen
       from access.known_person where subject = 'ep-001'`,
    );
    expect((await packFor(lead, ['ep-001'])).code).toBe('NOT_FOUND');
    await hub.admin.query(`delete from access.known_person where issuer = 'https://elsewhere'`);
  });

  it('is whoever leads the school, without a seat, for 28 days from when they were last here', async () => {
    await hub.admin.query(`delete from access.membership where subject = $1`, [subject(senco)]);
    const seenOn = (day: string) =>
      hub.admin.query(`update access.known_person set last_seen = $1 where subject = $2`, [day, subject(senco)]);
    await seenOn('2026-10-24');
    const { items } = await packFor(lead, [subject(senco)]);
    expect(told(items?.find((item) => item.child?.id === child))).toMatchObject({ reasons: everything, withheld: [] });
    await seenOn('2026-10-23');
    expect((await packFor(lead, [subject(senco)])).code).toBe('NOT_FOUND');
    await takeSeat(hub, senco);
    expect((await packFor(lead, [subject(senco)])).code).toBeNull();
  });
});

describe('a meeting', () => {
  it.each([
    ['on a Saturday', { meetingOn: '2026-11-14' }, 'INVALID_INPUT'],
    ['on a bank holiday', { meetingOn: '2026-08-31' }, 'INVALID_INPUT'],
    ['to come', { meetingOn: '2026-11-23' }, 'INVALID_INPUT'],
    ['of a school that is no number', { schoolUrn: 'x' }, 'INVALID_INPUT'],
    ['without an agenda', { meetingOn: '2026-11-19' }, 'NOT_FOUND'],
    ['of a school without a team', { schoolUrn: '900009' }, 'REFUSED'],
  ])('%s is answered by one error', async (_which, over, code) => {
    expect(await packFor(lead, [subject(senco)], over)).toEqual({ items: null, code });
  });
});

/** Has the rules about health speak of another role. */
async function renameRole(role: string, to: string): Promise<void> {
  await hub.admin.query(`update access.rule set role = $2 where role = $1 and about = 'HEALTH'`, [role, to]);
  await hub.admin.query('select access.compile_rulings()');
}

/** Has the past of social care told to these roles among a school’s team, as if its rules said so. */
async function facetFor(those: readonly Role[]): Promise<void> {
  await hub.admin.query(
    `update access.rule set facets = case when role = any ($1) or role = 'social-worker' then array['HISTORY'] else '{}' end
     where about = 'SOCIAL_CARE' and tier = 'T3' and act = 'READ' and purpose = 'TEAM_AROUND_SCHOOL'`,
    [those],
  );
  await hub.admin.query('select access.compile_rulings()');
}
