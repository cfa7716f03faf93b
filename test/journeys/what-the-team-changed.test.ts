import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { operations } from '../../cli/schema-files.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

let hub: TestHub;
let child: string;

const senco: As = { persona: 'senco' };
const elsewhere: As = { persona: 'senco', school: '900002' };
const lead: As = { persona: 'designated-safeguarding-lead' };
const guest: As = { persona: 'educational-psychologist', purpose: 'TEAM_AROUND_SCHOOL' };
const worker: As = { persona: 'social-worker' };
const adviser: As = { persona: 'virtual-school-adviser' };
const reviewer: As = { persona: 'match-reviewer' };
const [weekOne, ever] = ['2026-11-20', '2026-01-01T00:00:00.000Z'];
const [onAgenda, decided] = ['On the agenda of the team around the school', 'What the team around the school decided'];
const meeting = 'For the meeting on 20 November 2026';
const all = [
  { basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` },
  { basis: 'CASELOAD', grantee: 'person:sw-001' },
  { basis: 'PLAN_DUTY', grantee: `org:${place.council}` },
  { basis: 'MATCH_REVIEW', grantee: `org:${place.council}` },
];

beforeAll(async () => {
  hub = await testHub();
  const seat = { schoolUrn: place.school, userId: 'ep-001', role: 'Educational psychologist', idempotencyKey: 'seat' };
  await hub.post({ persona: 'headteacher' }, said('set-team-member'), seat);
});

afterAll(() => hub.close());

beforeEach(async () => {
  child = await arrangeChild(hub.admin, all);
});

const said = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

async function does(as: As, operation: string, given: object): Promise<Versioned> {
  const { body } = await hub.post(as, said(operation), { idempotencyKey: randomUUID(), ...given });
  expect(body.errors).toBeUndefined();
  return Object.values(body.data ?? {})[0] as Versioned;
}

const putOn = (): Promise<Versioned> =>
  does(senco, 'add-to-agenda', {
    ...{ schoolUrn: place.school, childId: child, reason: 'Attendance', meetingOn: weekOne },
  });
const change = (as: As, operation: string, { id, version }: Versioned, given: object = {}): Promise<Versioned> =>
  does(as, operation, { id, expectedVersion: version, ...given });

interface Changed {
  readonly child: { readonly id: string } | null;
  readonly domain: string;
  readonly what: string;
  readonly from: string | null;
  readonly to: string | null;
}

type Told = readonly [what: string, from: string | null, to: string | null];

/** What somebody is told that the partnership's own facts of a child changed, the latest first. */
async function told(as: As, of = child): Promise<readonly Told[]> {
  await settle(hub);
  const { body } = await hub.post(as, said('changes'), { since: ever, first: 500 });
  expect(body.errors).toBeUndefined();
  const changes = body.data?.['changes'] as readonly Changed[];
  return changes
    .filter((one) => one.child?.id === of && one.domain === 'PARTNERSHIP')
    .map(({ what, from, to }) => [what, from, to]);
}

describe('what a school’s team does with its agenda', () => {
  it('is told to that team, each with from what to what, and to nobody else who sees the child', async () => {
    const item = await putOn();
    const outcome = await change(guest, 'record-outcome', item, { outcome: 'The garden club' });
    const raised = [onAgenda, null, meeting];
    const first = [decided, null, 'The garden club'];
    for (const as of [senco, lead, guest]) expect(await told(as)).toEqual([first, raised]);
    for (const as of [elsewhere, worker, adviser]) expect(await told(as)).toEqual([]);
    await change(senco, 'close-agenda-item', outcome, { outcome: 'The club, on Fridays' });
    expect((await told(senco))[0]).toEqual([decided, 'The garden club', 'The club, on Fridays']);
    // Who saw the child through the item does so no longer.
    expect(await told(guest)).toEqual([]);
  });

  it('is nothing but that something was taken off, where an item was without a word', async () => {
    const item = await putOn();
    expect(await told(senco)).toEqual([[onAgenda, null, meeting]]);
    await change(senco, 'close-agenda-item', item);
    expect(await told(senco)).toEqual([['An item of the agenda was taken off', null, null]]);
  });

  it('tells of a restricted child only those who see the child anyway, and nobody what was decided', async () => {
    await hub.admin.query(`insert into access.restriction values ($1, 'PROTECTED_ADDRESS', '2026-01-01')`, [child]);
    const item = await putOn();
    const raised = [onAgenda, null, meeting];
    expect([await told(senco), await told(guest)]).toEqual([[raised], []]);
    const opened = await change(lead, 'decide-agenda-item', item, { opens: true, reason: 'We work with her' });
    for (const as of [senco, lead, guest]) expect(await told(as)).toEqual([raised]);
    await change(lead, 'decide-agenda-item', opened, { opens: false, reason: 'Not any more' });
    expect([await told(senco), await told(guest)]).toEqual([[['An item of the agenda was taken off', null, null]], []]);
    await hub.admin.query('delete from access.restriction');
  });

  it('stays with its record when that turns out to be another child’s, and comes along when it is linked', async () => {
    await putOn();
    const other = await arrangeChild(hub.admin, all);
    expect((await told(senco)).length).toBe(1);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [child, other]);
    expect([await told(senco, other), await told(senco)]).toEqual([[[onAgenda, null, meeting]], []]);
    await hub.admin.query('delete from access.child_alias where held = $1', [child]);
    expect([await told(senco, other), await told(senco)]).toEqual([[], [[onAgenda, null, meeting]]]);
  });
});

describe('what was agreed to be done', () => {
  it('is told of a school’s team to whom its actions are shown, and that it was done', async () => {
    const given = { schoolUrn: place.school, childId: child, what: 'Call home', owner: 'The SENCO' };
    const action = await does(senco, 'record-action', given);
    const recorded = ['Agreed action', null, 'Call home (The SENCO)'];
    for (const as of [senco, worker, adviser]) expect(await told(as)).toEqual([recorded]);
    expect(await told(elsewhere)).toEqual([]);
    await change(senco, 'complete-action', action);
    const completed = ['Agreed action', 'Call home (The SENCO)', 'Done on 20 November 2026'];
    for (const as of [senco, worker]) expect(await told(as)).toEqual([completed, recorded]);
  });

  it('is told of a child on a plan to those who work with the plan, and not to the school', async () => {
    const given = { childId: child, what: 'End the part-time timetable', owner: 'The school', dueOn: '2026-12-04' };
    await does(adviser, 'record-action', given);
    const recorded = ['Agreed action', null, 'End the part-time timetable (The school, by 4 December 2026)'];
    for (const as of [adviser, worker]) expect(await told(as)).toEqual([recorded]);
    for (const as of [senco, lead, elsewhere]) expect(await told(as)).toEqual([]);
  });
});

describe('who a child is', () => {
  const says = async (id: string): Promise<void> => {
    await hub.admin.query(`insert into partnership.outbox (topic, child_id) values ('child-changed', $1)`, [id]);
  };
  const name = (family: string | null, given: string | null = 'Robin') =>
    hub.admin.query('update partnership.child set given = $2, family = $3 where child_id = $1', [child, given, family]);

  it('is told where it was put right, as it is now, to whoever sees who the child is', async () => {
    for (const family of ['Former', 'Testcase-Vale']) await name(family);
    await hub.admin.query(`update partnership.child set date_of_birth = '2015-05-11' where child_id = $1`, [child]);
    await says(child);
    for (const as of [senco, worker, adviser])
      expect([...(await told(as))].sort()).toEqual([
        ['Date of birth', null, '11 May 2015'],
        ['Name', null, 'Robin Testcase-Vale'],
      ]);
    expect(await told(elsewhere)).toEqual([]);
    await name(null, null);
    await says(child);
    expect(await told(senco)).toEqual([['Date of birth', null, '11 May 2015']]);
  });

  it('is no change where nothing was put right, and one alone of a child with several records', async () => {
    const other = await arrangeChild(hub.admin, []);
    await hub.admin.query('insert into access.child_alias (held, canonical) values ($1, $2)', [other, child]);
    await hub.admin.query(`update partnership.child set sex = 'MALE' where child_id = $1`, [child]);
    await says(child);
    expect(await told(senco)).toEqual([]);
    await hub.admin.query(`update partnership.child set family = 'Vale' where child_id in ($1, $2)`, [child, other]);
    await says(child);
    expect(await told(senco)).toEqual([['Name', null, 'Robin Vale']]);
    await hub.admin.query('delete from access.child_alias where held = $1', [other]);
  });

  it('tells that a person linked records, and separated them, to those who review matches alone', async () => {
    const decide = (kind: string, at: string) =>
      hub.admin.query(
        `insert into partnership.match_decision (at, kind, child_id, other_id, rule, rule_version, actor, actor_name)
         values ($3, $2, $1, gen_random_uuid(), 'A person', '1', 'mr-001', 'A reviewer')`,
        [child, kind, at],
      );
    await decide('LINKED', '2026-11-02T10:00:00Z');
    await decide('CONFIRMED', '2026-11-03T10:00:00Z');
    await decide('SEPARATED', '2026-11-04T10:00:00Z');
    await says(child);
    const what = 'Which records are the child’s';
    expect(await told(reviewer)).toEqual([
      [what, 'Linked with another record', 'Separated from it'],
      [what, null, 'Linked with another record'],
    ]);
    for (const as of [senco, worker, adviser]) expect(await told(as)).toEqual([]);
  });
});

describe('the copy of the partnership’s own changes', () => {
  it('is the same when it is told again, and when it is filled anew', async () => {
    const item = await putOn();
    await change(guest, 'record-outcome', item, { outcome: 'The garden club' });
    await does(adviser, 'record-action', { childId: child, what: 'Call home', owner: 'The adviser' });
    const everything = async (): Promise<void> => {
      await hub.admin.query(
        `insert into partnership.outbox (topic, child_id) select 'child-changed', child_id from partnership.child`,
      );
      await settle(hub);
    };
    const held = async (columns: string): Promise<unknown[]> =>
      (
        await hub.admin.query<Record<string, unknown>>(
          `select ${columns} from partnership.change where domain = 'PARTNERSHIP' order by child_id, change_key`,
        )
      ).rows;
    await everything();
    const [before, meaning] = [
      await held('*, xmin::text'),
      'id, tier, facet, team_urn, at, what, was, became, told_by',
    ];
    expect(before.length).toBeGreaterThan(8);
    await everything();
    expect(await held('*, xmin::text')).toEqual(before);
    const was = await held(meaning);
    await hub.admin.query('delete from partnership.change');
    await everything();
    expect(await held(meaning)).toEqual(was);
  });
});
