import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testHub, type TestHub } from '../support/hub.js';
import { allocated, type Line, type Pupil, pupil, take } from '../support/partner-files.js';
import { settle } from '../support/settle.js';
import { recordId } from '../support/sight.js';

// The hub's day is 2026-11-20.

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const manager = { persona: 'social-work-team-manager' } as const;
const question = `query Look($id: ID!) { child(id: $id) {
  team { name role lead since until domain }
  socialCare { status hasSocialWorker worker { name role until } } } }`;

interface Shown {
  readonly team: readonly { readonly name: string; readonly lead: boolean; readonly role: string }[];
  readonly socialCare: unknown;
}

async function list(...lines: readonly Line[]): Promise<void> {
  await take(hub, 'case-list', lines);
  await settle(hub);
}

async function look({ upn }: Pupil): Promise<Shown> {
  const { body } = await hub.post(manager, question, { id: await recordId(hub, 'case-list:990', `990/C${upn}`) });
  expect(body.errors).toBeUndefined();
  return body.data?.['child'] as Shown;
}

const line = (of: Pupil, worker: string, from: string, until = '', over: Line = {}): Line =>
  allocated(of, worker, from, until, { team: 'North', manager_id: 'swm-001', worker_role: '', ...over });

let next = 0;
const newChild = (): Pupil => pupil((next += 1));

describe('a handover from one worker to another', () => {
  it('that has been shows who has taken over, and since when', async () => {
    const child = newChild();
    await list(line(child, 'a', '2026-03-02'));
    expect((await look(child)).team).toMatchObject([{ name: 'Worker a', lead: true, since: '2026-03-02' }]);
    await list(line(child, 'a', '2026-03-02', '2026-11-16'), line(child, 'b', '2026-11-16'));
    const { team } = await look(child);
    expect(team).toEqual([
      {
        ...{ name: 'Worker b', role: 'Social worker, North', lead: true, since: '2026-11-16' },
        ...{ until: null, domain: 'SOCIAL_CARE' },
      },
    ]);
  });

  it('shows both while it lasts, and the one who took the child on last leads', async () => {
    const child = newChild();
    await list(line(child, 'a', '2026-03-02', '2026-12-04'), line(child, 'b', '2026-11-09'));
    expect((await look(child)).team).toMatchObject([
      { name: 'Worker b', lead: true, since: '2026-11-09', until: null },
      { name: 'Worker a', lead: false, since: '2026-03-02', until: '2026-12-04' },
    ]);
  });

  it('that is planned shows with its day, and the worker of today leads', async () => {
    const child = newChild();
    await list(line(child, 'a', '2026-03-02', '2026-11-23'), line(child, 'b', '2026-11-23'));
    const { team, socialCare } = await look(child);
    expect(team).toMatchObject([
      { name: 'Worker a', lead: true, until: '2026-11-23' },
      { name: 'Worker b', lead: false, since: '2026-11-23' },
    ]);
    expect(socialCare).toMatchObject({ worker: { name: 'Worker a', until: '2026-11-23' } });
  });
});

describe('a worker who is no social worker', () => {
  it('is called what the list says, and the child has no social worker by that', async () => {
    const child = newChild();
    await list(line(child, 'f', '2026-03-02', '', { worker_role: 'FAMILY_HELP_LEAD' }));
    const shown = await look(child);
    expect(shown.team).toMatchObject([{ role: 'Family Help lead practitioner, North', lead: true }]);
    expect(shown.socialCare).toMatchObject({ hasSocialWorker: false, worker: { name: 'Worker f' } });
  });

  it('does not lead where a social worker is allocated too, whoever came later', async () => {
    const child = newChild();
    await list(
      line(child, 'p', '2026-11-09', '', { worker_role: 'PERSONAL_ADVISER' }),
      line(child, 's', '2026-03-02', '', { worker_role: 'SOCIAL_WORKER' }),
    );
    const shown = await look(child);
    expect(shown.team.map(({ name, lead }) => [name, lead])).toEqual([
      ['Worker s', true],
      ['Worker p', false],
    ]);
    expect(shown.socialCare).toMatchObject({ hasSocialWorker: true, worker: { name: 'Worker s' } });
  });

  it.each([
    ['FAMILY_HELP_LEAD', 'SOCIAL_WORKER'],
    ['PERSONAL_ADVISER', 'FAMILY_HELP_LEAD'],
  ])('a %s, who came later than a %s, does not lead on the weekly list either', async (beside, leads) => {
    const child = newChild();
    await list(
      line(child, 'leads', '2026-03-02', '', { worker_role: leads }),
      line(child, 'beside', '2026-11-09', '', { worker_role: beside, team: 'South' }),
    );
    const id = await recordId(hub, 'case-list:990', `990/C${child.upn}`);
    await hub.admin.query(
      `insert into social_care.status_interval values ($1, 'test', 'plan', 'CHILD_IN_NEED', '2026-03-02', null)`,
      [id],
    );
    await hub.admin.query(`insert into social_care.outbox (topic, child_id) values ('involvement-changed', $1)`, [id]);
    await settle(hub);
    const week = '{ attendanceTriangulation(week: "2026-11-16") { edges { node { child { id } socialWorkTeam } } } }';
    const { body } = await hub.post(manager, week);
    expect(body.errors).toBeUndefined();
    expect(body.data?.['attendanceTriangulation']).toMatchObject({
      edges: expect.arrayContaining([{ node: { child: { id }, socialWorkTeam: 'North' } }]) as unknown,
    });
    expect((await look(child)).socialCare).toMatchObject({ worker: { name: 'Worker leads' } });
  });
});
