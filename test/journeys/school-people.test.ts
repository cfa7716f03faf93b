import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ingestFiles } from '../../cli/ingest.js';
import type { IngestCounts } from '../../platform/ingest/ingest-counts.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { allocated, type Line, onRoll, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';

const [alder, birch, cedar] = ['900001', '900002', '900003'] as const;
const [ann, ben] = [pupil(1), pupil(2)] as const;

/** A row of a directory. */
const post = (role: string, name: string, from: string, over: Line = {}): Line => ({
  ...{ urn: alder, role, name, contact: name === '' ? '' : `${name}@work.example`, from, until: '' },
  ...{ cluster: '', user_id: '', as_at: '', ...over },
});

let hub: TestHub;
let child: string;

beforeAll(async () => {
  hub = await testHub();
  await take(hub, 'school-census', [
    onRoll(ann, alder, '2024-09-01'),
    onRoll(ben, birch, '2024-09-01'),
    onRoll(pupil(3), cedar, '2024-09-01'),
  ]);
  await take(hub, 'case-list', [allocated(ann, 'sw-001', '2026-09-01'), allocated(ben, 'sw-002', '2026-09-01')]);
  await settle(hub);
  const { rows } = await hub.admin.query<{ id: string }>(
    `select child_id as id from access.relationship where grantee = $1 and basis = 'SCHOOL_ROLL'`,
    [`org:${alder}`],
  );
  child = rows[0]?.id ?? '';
});
afterAll(() => hub.close());

/** Takes in what need not be taken whole. */
async function takePart(lines: readonly Line[]): Promise<IngestCounts> {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'hub-files-')), 'people.csv');
  const columns = Object.keys(lines[0] ?? {});
  writeFileSync(
    file,
    [columns, ...lines.map((line) => columns.map((name) => line[name] ?? ''))]
      .map((row) => `${row.join(',')}\n`)
      .join(''),
  );
  return ingestFiles(hub.assembly, 'school-people', [file]);
}

const directoryDocument = `query Directory($schools: [_Any!]!, $on: Date) { _entities(representations: $schools) { ... on School {
  directory(on: $on) { state toldOn cluster posts { role state vacantSince holders { name contact role since until organisation { id } } } } } } }`;

interface Directory {
  readonly state: string;
  readonly toldOn: string | null;
  readonly cluster: string | null;
  readonly posts: readonly {
    readonly role: string;
    readonly state: string;
    readonly vacantSince: string | null;
    readonly holders: readonly { readonly name: string; readonly contact: string | null }[];
  }[];
}

async function directoryOf(urn: string, as: As = { persona: 'senco' }, on?: string): Promise<Directory> {
  const schools = [{ __typename: 'School', urn }];
  const { data, errors } = await hub.ask('partnership', as, directoryDocument, { schools, on });
  expect(errors).toBeUndefined();
  const [school] = data?.['_entities'] as [{ directory: Directory }];
  return school.directory;
}

const inShort = ({ posts }: Directory): Record<string, string> =>
  Object.fromEntries(
    posts.map(({ role, state, vacantSince, holders }) => [
      role,
      [state, vacantSince ?? '', ...holders.map(({ name }) => name)].join(' ').trim(),
    ]),
  );

const told = [
  post('SENCO', 'Sal', '2024-09-01', { cluster: 'North', user_id: 'senco.900001' }),
  post('DSL', 'Dee', '2024-09-01', { until: '2026-09-01' }),
  post('educational psychologist', '', '2026-10-01'),
  post('CAMHS link worker', 'Cam', '2024-09-01', {
    ...{ urn: '', cluster: 'North', user_id: 'camhs-001', as_at: '2026-11-19' },
  }),
  post('advisory teacher', 'Ada', '2024-09-01', { urn: '', cluster: 'South' }),
];

describe('the directory of a school', () => {
  it('is not received before it came, which is not to say that its posts are vacant', async () => {
    expect(await directoryOf(alder)).toEqual({ state: 'NOT_RECEIVED', toldOn: null, cluster: null, posts: null });
  });

  it('tells who holds each post, that nobody does and since when, and who serves its cluster', async () => {
    expect(await take(hub, 'school-people', told)).toMatchObject({ read: 5, written: 5, unchanged: 0 });
    const directory = await directoryOf(alder);
    expect(directory).toMatchObject({ state: 'RECEIVED', toldOn: '2026-11-20', cluster: 'North' });
    expect(inShort(directory)).toEqual({
      SENCO: 'HELD  Sal',
      DESIGNATED_SAFEGUARDING_LEAD: 'VACANT 2026-09-01',
      DESIGNATED_TEACHER: 'VACANT',
      EDUCATIONAL_PSYCHOLOGIST: 'VACANT 2026-10-01',
      CAMHS_LINK_WORKER: 'HELD  Cam',
    });
    expect(directory.posts[0]?.holders).toEqual([
      {
        ...{ name: 'Sal', contact: 'Sal@work.example', role: 'SENCO', since: '2024-09-01', until: null },
        organisation: { id: alder },
      },
    ]);
    expect(inShort(await directoryOf(alder, { persona: 'senco' }, '2026-08-31'))).toMatchObject({
      DESIGNATED_SAFEGUARDING_LEAD: 'HELD  Dee',
    });
  });

  it('tells of everybody who shares a post, or hands it over, with how each is reached', async () => {
    const shared = [
      post('SENCO', 'Jo', '2024-09-01', { urn: birch }),
      post('SENCO', 'Kit', '2026-09-01', { urn: birch }),
      post('team around school lead', 'Lee', '2024-09-01', { urn: birch, user_id: 'lead-1' }),
      post('team around school lead', 'Max', '2025-09-01', { urn: birch }),
    ];
    expect(await take(hub, 'school-people', shared)).toMatchObject({ written: 4 });
    const directory = await directoryOf(birch);
    expect(inShort(directory)).toMatchObject({ SENCO: 'HELD  Jo Kit', TEAM_AROUND_SCHOOL_LEAD: 'HELD  Lee Max' });
    expect(directory.posts[0]?.holders.map(({ contact }) => contact)).toEqual(['Jo@work.example', 'Kit@work.example']);
    const { data } = await hub.ask(
      'partnership',
      { persona: 'senco', school: birch },
      `query Leads($schools: [_Any!]!) { _entities(representations: $schools) { ... on School {
        teamAroundSchool { members { name lead } } } } }`,
      { schools: [{ __typename: 'School', urn: birch }] },
    );
    const [school] = data?.['_entities'] as [{ teamAroundSchool: { members: { name: string; lead: boolean }[] } }];
    expect(school.teamAroundSchool.members.map(({ name, lead }) => `${name}${lead ? ' leads' : ''}`)).toEqual([
      ...['Jo', 'Kit', 'Lee leads', 'Max leads', 'Worker sw-002'],
    ]);
    await hub.admin.query(`delete from partnership.school_directory where code = $1`, [birch]);
  });

  it('is written once: the same again changes nothing', async () => {
    expect(await take(hub, 'school-people', told)).toMatchObject({ written: 0, unchanged: 5 });
  });

  it('is of every other school still not received', async () => {
    expect((await directoryOf(birch)).state).toBe('NOT_RECEIVED');
  });

  it('is not taken where a later day is held, and loses nothing', async () => {
    const older = [post('SENCO', 'Old', '2020-09-01', { as_at: '2026-11-19' })];
    const before = await directoryOf(alder);
    await expect(takePart(older)).rejects.toThrow(/older-than-held 1/);
    const both = await takePart([...older, post('SENCO', 'Bea', '2024-09-01', { urn: birch })]);
    expect(both).toMatchObject({ rejected: { 'older-than-held': 1 }, written: 1 });
    expect(await directoryOf(alder)).toEqual(before);
  });

  it('keeps what it held of a post of which a row cannot be taken, and takes the rest', async () => {
    const counts = await takePart([
      post('SENCO', 'Sal', '2024-09-01', { cluster: 'North', until: '2024-01-01' }),
      post('SENCO', 'Sam', '2026-11-01'),
      post('DSL', 'Eve', '2026-11-01'),
      post('Caretaker', 'Kay', '2026-11-01'),
      post('SENCO', 'Nobody', '2026-11-01', { urn: '999999' }),
    ]);
    expect(counts.rejected).toEqual({
      'until-before-from': 1,
      'post-not-whole': 1,
      'role-unknown': 1,
      'urn-unknown': 1,
    });
    expect(inShort(await directoryOf(alder))).toEqual({
      SENCO: 'HELD  Sal',
      DESIGNATED_SAFEGUARDING_LEAD: 'HELD  Eve',
      DESIGNATED_TEACHER: 'VACANT',
    });
  });

  it('says of a post that it is not known where its first row cannot be taken', async () => {
    await takePart([
      post('SENCO', 'Cy', '2026-11-31', { urn: cedar }),
      post('DSL', 'Di', '2026-11-01', { urn: cedar }),
    ]);
    expect(inShort(await directoryOf(cedar))).toMatchObject({ SENCO: 'NOT_RECEIVED', DESIGNATED_TEACHER: 'VACANT' });
  });

  it('tells of a cluster’s posts as its own directory does: on that day, and which are not known', async () => {
    const west = { urn: '', cluster: 'West', as_at: '2026-10-05' };
    await takePart([
      post('SENCO', 'Cy', '2026-11-01', { urn: cedar, cluster: 'West' }),
      post('CAMHS link worker', 'Wes', '2026-09-01', west),
      post('advisory teacher', 'Ida', '2026-09-31', west),
    ]);
    const { data } = await hub.ask(
      'partnership',
      { persona: 'senco' },
      `query Days($schools: [_Any!]!) { _entities(representations: $schools) { ... on School {
        directory { posts { role state holders { name asAt } } } } } }`,
      { schools: [{ __typename: 'School', urn: cedar }] },
    );
    const [school] = data?.['_entities'] as [{ directory: Directory }];
    expect(school.directory.posts).toEqual(
      expect.arrayContaining([
        { role: 'SENCO', state: 'HELD', holders: [{ name: 'Cy', asAt: '2026-11-20T00:00:00Z' }] },
        { role: 'CAMHS_LINK_WORKER', state: 'HELD', holders: [{ name: 'Wes', asAt: '2026-10-05T00:00:00Z' }] },
        { role: 'ADVISORY_TEACHER', state: 'NOT_RECEIVED', holders: [] },
      ]),
    );
  });

  it('is refused to who has nothing to do with schools, and its contacts to who does not work with children', async () => {
    const schools = [{ __typename: 'School', urn: alder }];
    const refused = await hub.ask('partnership', { persona: 'match-reviewer' }, directoryDocument, { schools });
    expect(refused.data).toEqual({ _entities: [{ directory: null }] });
    expect(refused.errors).toMatchObject([{ extensions: { code: 'REFUSED', domain: 'PARTNERSHIP' } }]);
    const contactFor = async (as: As) => (await directoryOf(alder, as)).posts[0]?.holders.map(({ contact }) => contact);
    expect(await contactFor({ persona: 'health-admin' })).toEqual([null]);
    expect(await contactFor({ persona: 'send-officer', purpose: 'SERVICE_PLANNING' })).toEqual([null]);
    expect(await contactFor({ persona: 'social-worker' })).toEqual(['Sal@work.example']);
  });
});

describe('members of a team around a school', () => {
  const membersDocument = `query Members($schools: [_Any!]!) { _entities(representations: $schools) { ... on School {
    teamAroundSchool { members { name role domain contact cluster userId since lead } } } } }`;

  async function membersFor(as: As): Promise<readonly Record<string, unknown>[]> {
    const schools = [{ __typename: 'School', urn: alder }];
    const { data, errors } = await hub.ask('partnership', as, membersDocument, { schools });
    expect(errors).toBeUndefined();
    const [school] = data?.['_entities'] as { teamAroundSchool: { members: Record<string, unknown>[] } }[];
    return school?.teamAroundSchool.members ?? [];
  }

  const seat = (userId: string, role: string) =>
    hub.ask(
      'partnership',
      { persona: 'headteacher' },
      `mutation Seat($school: ID!, $user: ID!, $role: String!, $key: ID!) {
        setTeamMember(schoolUrn: $school, userId: $user, role: $role, idempotencyKey: $key) { name userId contact } }`,
      { school: alder, user: userId, role, key: `${userId} ${role}` },
    );

  it('are named by the directory where they can sign in, once, and by their subject where it knows nothing of them', async () => {
    await take(hub, 'school-people', told);
    const seated = await seat('camhs-001', 'CAMHS');
    expect(seated.data).toEqual({
      setTeamMember: { name: 'Cam', userId: 'camhs-001', contact: 'Cam@work.example' },
    });
    await seat('ep-001', 'Psychologist');
    const members = await membersFor({ persona: 'senco' });
    expect(members.map(({ name, role, domain, userId }) => [name, role, domain, userId])).toEqual([
      ['Cam', 'CAMHS', 'PARTNERSHIP', 'camhs-001'],
      ['ep-001', 'Psychologist', 'PARTNERSHIP', 'ep-001'],
      ['Sal', 'SENCO', 'PARTNERSHIP', 'senco.900001'],
      ['Worker sw-001', 'Social worker', 'SOCIAL_CARE', null],
    ]);
    expect(members[0]).toMatchObject({ cluster: 'North' });
  });

  it('are of a domain those alone who work with a child whom the reader may see', async () => {
    const guest = await membersFor({ persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' });
    expect(guest.map(({ name }) => name)).toEqual(['Cam', 'ep-001', 'Sal']);
  });

  it('are told to nobody outside the team', async () => {
    const schools = [{ __typename: 'School', urn: alder }];
    const { data, errors } = await hub.ask('partnership', { persona: 'senco', school: birch }, membersDocument, {
      schools,
    });
    expect(data).toEqual({ _entities: [{ teamAroundSchool: null }] });
    expect(errors).toMatchObject([{ extensions: { code: 'REFUSED' } }]);
  });
});

describe('the team around a child', () => {
  const teamDocument =
    'query Team($id: ID!) { child(id: $id) { team { name role domain contact asAt organisation { id } } } }';

  it('has who holds a post at the child’s school, or for its cluster, for whom the school’s own part is shown', async () => {
    const asked = async (as: As) => {
      const { data } = await hub.ask('partnership', as, teamDocument, { id: child });
      return (data?.['child'] as { team: Record<string, unknown>[] } | null)?.team ?? null;
    };
    const team = (await asked({ persona: 'senco' })) ?? [];
    expect(team.map(({ name, domain }) => [name, domain])).toEqual([
      [expect.any(String), 'EDUCATION'],
      ['Worker sw-001', 'SOCIAL_CARE'],
      ['Sal', 'PARTNERSHIP'],
      ['Cam', 'PARTNERSHIP'],
    ]);
    expect(team[2]).toEqual({
      ...{ name: 'Sal', role: 'SENCO', domain: 'PARTNERSHIP', contact: 'Sal@work.example' },
      ...{ asAt: '2026-11-20T00:00:00Z', organisation: { id: alder } },
    });
    expect(team[3]).toMatchObject({ asAt: '2026-11-19T00:00:00Z' });
    expect(await asked({ persona: 'senco', school: birch })).toBeNull();
  });
});
