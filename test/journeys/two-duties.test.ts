import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { arrangeNamed } from '../support/arrange-names.js';
import { arrangeChild, place } from '../support/arrange.js';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { settle } from '../support/settle.js';

// Day by day: what care and a plan open to the virtual school, and what is left when they have ended. The day is
// 20 November 2026; what is "until" a day is held up to the day before.

let hub: TestHub;
const adviser: As = { persona: 'virtual-school-adviser' };
const head: As = { persona: 'virtual-school-head' };
const [yesterday, today, tomorrow] = ['2026-11-19', '2026-11-20', '2026-11-21'] as const;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

type Held = readonly [status: string, from: string, until: string | null];

/** The statuses of a child as social care's files leave them; heard of by whoever keeps copies. */
async function hold(id: string, ...statuses: readonly Held[]): Promise<void> {
  await hub.admin.query('delete from social_care.status_interval where child_id = $1', [id]);
  for (const [status, from, until] of statuses)
    await hub.admin.query(
      `insert into social_care.status_interval values ($1, 'test', $2 || '/' || $3, $2, $3::date, $4)`,
      [id, status, from, until],
    );
  await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [id]);
  await settle(hub);
}

async function childWith(...statuses: readonly Held[]): Promise<string> {
  const id = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
  await hold(id, ...statuses);
  return id;
}

/** A child's week at school, present in every session; heard of. */
async function marked(id: string, weekBeginning: string): Promise<void> {
  await hub.admin.query(
    `insert into education.attendance_week (enrolment_id, child_id, week_beginning, marks)
     select id, child_id, $2, $3 from education.enrolment where child_id = $1`,
    [id, weekBeginning, Buffer.from('/\\'.repeat(5))],
  );
  await hub.admin.query(`insert into education.outbox (topic, child_id) values ('attendance-changed', $1)`, [id]);
  await settle(hub);
}

const record = /* GraphQL */ `
  query Look($id: ID!) {
    child(id: $id) {
      id
      name {
        family
      }
      dateOfBirth
      diedOn
      age
      sex
      identifiers {
        type
      }
      team {
        name
      }
      education {
        enrolments {
          from
        }
        attendance {
          possible
          lastAttendedOn
        }
        sen {
          provision
        }
      }
      health {
        waiting {
          id
        }
      }
      socialCare {
        status
        worker {
          name
        }
        plan {
          kind
        }
        intervals {
          status
        }
      }
      virtualSchool {
        cohorts
        peps {
          term
        }
        attendanceWhile(status: LOOKED_AFTER) {
          possible
        }
      }
    }
  }
`;

interface Told extends Record<string, unknown> {
  readonly id: string;
  readonly name: { readonly family: string } | null;
}

async function look(as: As, id: string): Promise<Told | null> {
  const { body } = await hub.post(as, record, { id });
  expect(body.errors).toBeUndefined();
  return (body.data?.['child'] ?? null) as Told | null;
}

/** Who sees whom a child is: adviser and head. */
const named = async (id: string): Promise<(string | null)[]> =>
  Promise.all([adviser, head].map(async (as) => (await look(as, id))?.name?.family ?? null));

/** Why each domain is shared, by domain. */
async function reasons(as: As, id: string): Promise<unknown> {
  const { body } = await hub.post(as, 'query Why($id: ID!) { child(id: $id) { access { domain because } } }', { id });
  expect(body.errors).toBeUndefined();
  const { access } = body.data?.['child'] as { access: { domain: string; because: string }[] };
  return Object.fromEntries(access.map(({ domain, because }) => [domain, because]));
}

const openTo = async (id: string): Promise<unknown[]> => {
  const { rows } = await hub.admin.query<{ held: string }>(
    `select concat_ws(' ', basis, (lower(valid) at time zone 'Europe/London')::date, (upper(valid) at time zone 'Europe/London')::date) held from access.relationship
     where child_id = $1 and grantee = 'org:990' order by 1`,
    [id],
  );
  return rows.map(({ held }) => held);
};

const nothing = {
  name: null,
  dateOfBirth: null,
  diedOn: null,
  age: null,
  sex: null,
  identifiers: null,
  team: [],
  education: { enrolments: [], attendance: { possible: 0, lastAttendedOn: null }, sen: null },
  health: { waiting: [] },
  socialCare: { status: null, worker: null, plan: null, intervals: [] },
  virtualSchool: { cohorts: [], peps: [], attendanceWhile: { possible: 0 } },
};

describe.each(['CHILD_IN_NEED', 'CHILD_PROTECTION'])('a child on a plan (%s)', (plan) => {
  it('is the adviser’s to see while the plan is open, and the head’s at no time', async () => {
    const id = await childWith([plan, '2026-03-02', null]);
    expect(await named(id)).toEqual(['Testcase', null]);
    expect(await look(head, id)).toBeNull();
    expect(await look(adviser, id)).toMatchObject({
      education: { enrolments: [{}] },
      socialCare: { status: plan, intervals: [{ status: plan }] },
      // A plan of education in care is a looked-after child's.
      virtualSchool: { cohorts: expect.arrayContaining([plan]) as unknown, peps: [] },
    });
    // None are shown, though there is one: why says that it is not for want of any.
    expect(await reasons(adviser, id)).toMatchObject({
      VIRTUAL_SCHOOL: expect.stringMatching(/Personal Education Plans are not shared/) as unknown,
    });
  });

  it.each([
    ['ends today', '2026-03-02', today, false],
    ['ended yesterday', '2026-03-02', yesterday, false],
    ['ends tomorrow', '2026-03-02', tomorrow, true],
    ['begins today', today, null, true],
    ['begins tomorrow', tomorrow, null, false],
  ])('that %s is open accordingly', async (_, from, until, open) => {
    const id = await childWith([plan, from, until]);
    expect(await named(id)).toEqual([open ? 'Testcase' : null, null]);
    expect(await look(adviser, id)).toEqual(open ? expect.anything() : null);
  });

  it('is null to everybody of the virtual school as soon as the plan is taken back, and again theirs when it is said again', async () => {
    const id = await childWith([plan, '2026-03-02', null]);
    await hold(id);
    expect(await look(adviser, id)).toBeNull();
    expect(await openTo(id)).toEqual([]);
    await hold(id, [plan, '2026-04-06', null]);
    expect(await named(id)).toEqual(['Testcase', null]);
    expect(await openTo(id)).toEqual(['PLAN_DUTY 2026-04-06']);
  });

  it('whose plan ended yesterday is null to the adviser today, and still in the figure of last week', async () => {
    const lastWeek = async (): Promise<number> => {
      const { body } = await hub.post(
        head,
        `query Figure($cohort: Cohort!) { cohortAttendance(cohort: $cohort, from: "2026-11-09", to: "2026-11-15", by: [WEEK]) {
          groups { children possible } } }`,
        { cohort: plan },
      );
      expect(body.errors).toBeUndefined();
      const { groups } = body.data?.['cohortAttendance'] as { groups: { children: number; possible: number }[] };
      expect(groups.every(({ children, possible }) => possible === 10 * children)).toBe(true);
      return groups.reduce((sum, { children }) => sum + children, 0);
    };
    const before = await lastWeek();
    const id = await childWith([plan, '2026-03-02', null]);
    await marked(id, '2026-11-09');
    expect([await lastWeek(), (await look(adviser, id))?.id]).toEqual([before + 1, id]);
    await hold(id, [plan, '2026-03-02', yesterday]);
    expect([await lastWeek(), await look(adviser, id)]).toEqual([before + 1, null]);
    await hold(id);
    expect([await lastWeek(), await look(adviser, id)]).toEqual([before, null]);
  });
});

describe('a looked-after child', () => {
  it('is head’s and adviser’s to see, with the past', async () => {
    const id = await childWith(['CHILD_IN_NEED', '2025-01-06', '2025-09-01'], ['LOOKED_AFTER', '2025-09-01', null]);
    expect(await named(id)).toEqual(['Testcase', 'Testcase']);
    expect(await look(head, id)).toMatchObject({
      socialCare: { intervals: [{ status: 'CHILD_IN_NEED' }, { status: 'LOOKED_AFTER' }] },
      virtualSchool: { peps: [{ term: '2026/27 Autumn' }] },
    });
  });

  it.each([
    ['and went home', [['LOOKED_AFTER', '2025-09-01', yesterday]]],
    [
      'and was adopted, or has a guardian',
      [
        ['LOOKED_AFTER', '2025-09-01', yesterday],
        ['PREVIOUSLY_LOOKED_AFTER', yesterday, null],
        ['KINSHIP', yesterday, null],
      ],
    ],
  ] as readonly (readonly [string, readonly Held[]])[])(
    'who was it until yesterday %s: that it was so, and nothing else',
    async (_, statuses) => {
      const id = await childWith(...statuses);
      for (const as of [adviser, head]) expect(await look(as, id)).toEqual({ id, ...nothing });
    },
  );

  it('is open for reasons that are the record’s own, whatever is told beside it', async () => {
    const id = await childWith(['LOOKED_AFTER', '2025-09-01', null], ['CHILD_IN_NEED', '2025-09-01', null]);
    // Rows of a table come in no order: here not in that of a key, and the rules of each tier come last in turn.
    await hub.admin.query('alter table access.rule drop constraint rule_pkey');
    for (const tier of ['T1', 'T2', 'T3', 'T4']) {
      await hub.admin.query('update access.rule set because = because where tier = $1', [tier]);
      expect(await reasons(adviser, id)).toMatchObject({
        PARTNERSHIP: 'The child is looked after, and the virtual school has a duty to the child.',
        VIRTUAL_SCHOOL: 'The child is looked after, and the virtual school answers for the plan.',
      });
    }
  });

  it('who was it once is told of by why alone, and never with what others share', async () => {
    const id = await childWith(['LOOKED_AFTER', '2025-09-01', yesterday]);
    const document = 'query Why($id: ID!) { child(id: $id) { id access { domain outcome because } } }';
    for (const as of [adviser, head])
      expect((await hub.post(as, document, { id })).body).toEqual({
        data: {
          child: {
            id,
            access: [
              {
                domain: 'PARTNERSHIP',
                outcome: 'EXISTENCE_ONLY',
                because:
                  'The child was looked after, and is no longer: that it was so is all that is left open to the virtual school.',
              },
            ],
          },
        },
      });
    const { rows } = await hub.admin.query(
      `select decision, bases from access.audit where domain = 'PARTNERSHIP' and tier = 'EXISTENCE' and $1 = any (permitted)`,
      [id],
    );
    expect(rows).toHaveLength(2);
    expect(rows[0]).toEqual({ decision: 'PERMITTED', bases: ['ONCE_LOOKED_AFTER'] });
  });

  it('who was it once is found by no search', async () => {
    const id = await arrangeNamed(hub.admin, { given: 'Sorrel', family: 'Quillfeather', dateOfBirth: '2013-05-06' });
    const found = async (): Promise<unknown> =>
      (await hub.post(adviser, '{ searchChildren(family: "Quillfeather") { id } }')).body.data?.['searchChildren'];
    await hold(id, ['LOOKED_AFTER', '2025-09-01', null]);
    expect(await found()).toEqual([{ id }]);
    await hold(id, ['LOOKED_AFTER', '2025-09-01', yesterday]);
    expect(await look(adviser, id)).toMatchObject({ id, name: null });
    expect(await found()).toEqual([]);
  });

  it('is told of no longer from the eighteenth birthday on, and of one put right from that one', async () => {
    const born = async (id: string, on: string | null): Promise<void> => {
      await hub.admin.query('update partnership.child set date_of_birth = $2 where child_id = $1', [id, on]);
      await hub.admin.query(`insert into partnership.outbox (topic, child_id) values ('child-changed', $1)`, [id]);
      await settle(hub);
    };
    const id = await childWith(['LOOKED_AFTER', '2020-03-02', '2021-03-02']);
    const known = async (): Promise<boolean[]> =>
      Promise.all([adviser, head].map(async (as) => (await look(as, id))?.id === id));
    await born(id, '2008-11-21');
    expect(await known()).toEqual([true, true]);
    await born(id, '2008-11-20');
    expect([await known(), await openTo(id)]).toEqual([
      [false, false],
      ['LOOKED_AFTER_DUTY 2020-03-02 2021-03-02', 'ONCE_LOOKED_AFTER 2021-03-02 2026-11-20'],
    ]);
    // Of whom no birthday is known: whoever was a child when care began is of age eighteen years later.
    await born(id, null);
    expect([await known(), await openTo(id)]).toEqual([
      [true, true],
      ['LOOKED_AFTER_DUTY 2020-03-02 2021-03-02', 'ONCE_LOOKED_AFTER 2021-03-02 2038-03-02'],
    ]);
  });

  it('on a plan after care is the adviser’s again, and to the head was once looked after', async () => {
    const id = await childWith(['LOOKED_AFTER', '2025-09-01', '2026-06-01'], ['CHILD_IN_NEED', '2026-06-01', null]);
    expect(await named(id)).toEqual(['Testcase', null]);
    expect(await look(head, id)).toEqual({ id, ...nothing });
  });

  it('is open by each period of care as far as it goes, and a correction leaves nothing of what it takes back', async () => {
    const id = await childWith(['LOOKED_AFTER', '2020-03-02', '2021-03-02'], ['LOOKED_AFTER', '2025-09-01', null]);
    expect(await openTo(id)).toEqual([
      'LOOKED_AFTER_DUTY 2020-03-02 2021-03-02',
      'LOOKED_AFTER_DUTY 2025-09-01',
      'ONCE_LOOKED_AFTER 2021-03-02 2033-05-01',
    ]);
    await hold(id, ['LOOKED_AFTER', '2025-09-08', null]);
    expect(await openTo(id)).toEqual(['LOOKED_AFTER_DUTY 2025-09-08']);
    await hold(id);
    for (const as of [adviser, head]) expect(await look(as, id)).toBeNull();
  });
});

describe('a child who left care before the hub knew of it, or is in kinship care', () => {
  it('is nobody’s of the virtual school to see', async () => {
    const id = await childWith(['PREVIOUSLY_LOOKED_AFTER', '2020-03-02', null], ['KINSHIP', '2020-03-02', null]);
    for (const as of [adviser, head]) expect(await look(as, id)).toBeNull();
  });
});

describe('a child on a plan when the sharing agreement has ended', () => {
  const valid = (until: string | null) =>
    hub.admin.query(`update access.agreement set valid = tstzrange('2026-01-01', $1::timestamptz)`, [until]);

  afterAll(() => valid(null));

  /** Whether the weekly list names the child, and what the item has of what was agreed. */
  async function listed(as: As, id: string): Promise<unknown> {
    const { body } = await hub.post(
      as,
      `{ attendanceTriangulation(week: "2026-11-09") { totalCount edges { node { child { id } actions { what } } } } }`,
    );
    expect(body.errors).toBeUndefined();
    const { edges, totalCount } = body.data?.['attendanceTriangulation'] as {
      edges: { node: { child: { id: string }; actions: unknown[] | null } }[];
      totalCount: number;
    };
    expect(totalCount).toBe(edges.length);
    return edges.find(({ node }) => node.child.id === id)?.node.actions ?? null;
  }

  it.each([{ statuses: ['CHILD_IN_NEED'] }, { statuses: ['CHILD_PROTECTION', 'LOOKED_AFTER'] }])(
    '($statuses) is on the weekly list of those alone to whom the record shows how the child attends',
    async ({ statuses }) => {
      const id = await childWith(...statuses.map((status): Held => [status, '2026-03-02', null]));
      await hub.admin.query(
        `insert into access.relationship (child_id, grantee, basis, reference, valid) values ($1, 'person:sw-001', 'CASELOAD', 'test', tstzrange('2026-01-01', null))`,
        [id],
      );
      await marked(id, '2026-11-09');
      await hub.admin.query(
        `insert into partnership.agreed_action (child_id, what, owner, recorded_on) values ($1, 'Call', 'Us', '2026-11-09')`,
        [id],
      );
      const attends = async (as: As): Promise<boolean> => {
        const education = (await look(as, id))?.['education'] as { enrolments: unknown[] | null } | null | undefined;
        return (education?.enrolments ?? []).length > 0;
      };
      const callers: readonly As[] = [adviser, { persona: 'social-worker' }];
      for (const as of callers) expect([await attends(as), await listed(as, id)]).toEqual([true, [{ what: 'Call' }]]);
      await valid('2026-06-01');
      for (const as of callers) expect([await attends(as), await listed(as, id)]).toEqual([false, null]);
      await valid(null);
    },
  );
});
