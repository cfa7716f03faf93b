import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import { operations } from '../../../cli/schema-files.js';
import type { As } from '../../support/hub.js';
import { areas } from './areas.js';
import type { ExampleChild } from './example.js';
import { type ExampleHub, loadExample, schoolOf } from './load-example.js';
import { holds, sessionsOf } from './oracle.js';
import { alertsOf } from './oracle-triangulation.js';

const text = (name: string): string => operations().find((operation) => operation.name === name)?.text ?? '';

const entity = /* GraphQL */ `
  query Entity($urn: ID!, $week: Date) {
    _entities(representations: [{ __typename: "School", urn: $urn }]) {
      ... on School {
        teamAroundSchool {
          attention(week: $week) {
            child {
              id
            }
            reasons {
              kind
              domain
              fact
            }
            onAgenda
          }
        }
      }
    }
  }
`;

interface Item {
  readonly child: { readonly id: string } | null;
  readonly reasons: readonly { readonly kind: string; readonly domain: string; readonly fact: string }[];
  readonly onAgenda: boolean;
}

/** What the example calls an alert, as a kind of attention; what is of social care’s past stands apart. */
const kindOf: Readonly<Record<string, string>> = {
  UNEXPLAINED: 'UNEXPLAINED_ABSENCE',
  DROP: 'ATTENDANCE_FELL',
  PART_TIME: 'PART_TIME',
  SCHOOL_MOVE: 'SCHOOL_MOVE',
};
const compared = [...Object.values(kindOf), 'WORKER_CHANGE'];

describe.each(areas())('what needs attention in %s', (_, area) => {
  let hub: ExampleHub;
  // The Monday after the example’s weeks, on which teams meet: an agenda opens nothing before.
  const today = Temporal.PlainDate.from(area.asAt).add({ days: 1 }).toString();
  beforeAll(async () => {
    hub = await loadExample({ ...area, asAt: today });
  });
  afterAll(() => hub.close());

  const onRoll = (urn: string): ExampleChild[] =>
    area.children.filter(({ enrolments }) => enrolments.some((one) => one.urn === urn && holds(one, today)));
  const expected = (child: ExampleChild, week: string): string[] =>
    alertsOf(child, sessionsOf(child), week)
      .flatMap((alert) => kindOf[alert] ?? [])
      .sort();

  async function list(as: As, urn: string, week: string): Promise<readonly Item[]> {
    const { body } = await hub.post(as, text('school-attention'), { urn, week });
    expect(body.errors).toBeUndefined();
    const school = body.data?.['school'] as { teamAroundSchool: { attention: readonly Item[] } };
    return school.teamAroundSchool.attention;
  }

  /** Of somebody who is no persona: straight to the subgraph, as the gateway asks it. */
  async function listOfEntity(as: As, urn: string, week: string): Promise<readonly Item[]> {
    const { data, errors } = await hub.ask('partnership', as, entity, { urn, week });
    expect(errors).toBeUndefined();
    const [school] = (data as { _entities: { teamAroundSchool: { attention: readonly Item[] } }[] })._entities;
    return school?.teamAroundSchool.attention ?? [];
  }

  const told = (items: readonly Item[]) =>
    Object.fromEntries(
      items
        .map(({ child, reasons }) => [
          hub.keyOf(child?.id ?? ''),
          reasons
            .map(({ kind }) => kind)
            .filter((kind) => compared.includes(kind))
            .sort(),
        ])
        .filter(([, kinds]) => (kinds?.length ?? 0) > 0),
    ) as Record<string, string[]>;

  /** Seats somebody, who has to have signed in once. */
  async function seat(urn: string, userId: string, as: As): Promise<void> {
    await hub.ask('partnership', as, '{ notices { id } }');
    const { body } = await hub.post({ persona: 'senco', school: urn }, text('set-team-member'), {
      ...{ schoolUrn: urn, userId, role: 'Member', idempotencyKey: randomUUID() },
    });
    expect(body.errors).toBeUndefined();
  }

  it('is, for the school’s SENCO, what the rules make of registers and rolls, without another worker', async () => {
    for (const { urn } of area.schools)
      for (const week of area.weeks) {
        const wanted = onRoll(urn)
          .map((child) => [child.key, expected(child, week)] as const)
          .filter(([, kinds]) => kinds.length > 0);
        expect([urn, week, told(await list({ persona: 'senco', school: urn }, urn, week))]).toEqual([
          ...[urn, week, Object.fromEntries(wanted)],
        ]);
      }
  });

  it('is every suspension, in the week in which it begins', async () => {
    let suspended = 0;
    for (const week of area.weeks)
      for (const child of area.children.filter((one) => alertsOf(one, sessionsOf(one), week).includes('SUSPENSION'))) {
        const urn = schoolOf(child);
        const item = (await list({ persona: 'senco', school: urn }, urn, week)).find(
          (one) => hub.keyOf(one.child?.id ?? '') === child.key,
        );
        expect(item?.reasons.map(({ kind }) => kind)).toContain('SUSPENSION');
        suspended += 1;
      }
    expect(suspended).toBeGreaterThan(0);
  });

  it('is, for a social worker in the team, that of their own caseload, with the change of worker', async () => {
    for (const child of area.children) {
      const worker = child.allocations.find((one) => holds(one, today));
      const urn = schoolOf(child);
      if (!worker || urn === '') continue;
      const as: As = { persona: 'social-worker', claims: { sub: worker.workerId } };
      await seat(urn, worker.workerId, as);
      for (const week of area.weeks) {
        const own = onRoll(urn).filter(({ allocations }) =>
          allocations.some((one) => one.workerId === worker.workerId && holds(one, today)),
        );
        const changed = (one: ExampleChild) => alertsOf(one, sessionsOf(one), week).includes('WORKER_CHANGE');
        const wanted = own
          .map((one) => [one.key, [...expected(one, week), ...(changed(one) ? ['WORKER_CHANGE'] : [])].sort()] as const)
          .filter(([, kinds]) => kinds.length > 0);
        expect(told(await listOfEntity(as, urn, week))).toEqual(Object.fromEntries(wanted));
      }
    }
  });

  it('is, for the lead of the team, that of children on its agenda alone', async () => {
    const week = area.weeks.at(-1) ?? '';
    const child = area.children.find(
      (one) => expected(one, week).length > 0 && holds(one.enrolments.at(-1) ?? never, today),
    );
    if (!child) throw new TypeError('Nobody in the example needs attention.');
    const urn = schoolOf(child);
    const lead: As = { persona: 'team-around-school-lead', school: urn };
    await seat(urn, `tas-lead.${urn}`, lead);
    expect(await list(lead, urn, week)).toEqual([]);
    const { body } = await hub.post({ persona: 'senco', school: urn }, text('add-to-agenda'), {
      ...{ schoolUrn: urn, childId: hub.idOf(child.key), reason: 'Attendance', idempotencyKey: randomUUID() },
    });
    expect(body.errors).toBeUndefined();
    const items = await list(lead, urn, week);
    expect(told(items)).toEqual({ [child.key]: expected(child, week) });
    expect(items.map(({ onAgenda }) => onAgenda)).toEqual([true]);
  });

  it('is the same of one child, and the most pressing first', async () => {
    for (const child of area.children)
      for (const week of area.weeks) {
        const as: As = { persona: 'senco', school: schoolOf(child) };
        const { body } = await hub.post(as, text('child-attention'), { id: hub.idOf(child.key), week });
        expect(body.errors).toBeUndefined();
        const { attention } = body.data?.['child'] as { attention: Item['reasons'] };
        const listed = (await list(as, schoolOf(child), week)).find(
          (one) => hub.keyOf(one.child?.id ?? '') === child.key,
        );
        expect(attention).toEqual(listed?.reasons ?? []);
      }
  });

  it('is nobody’s outside the team, and no day’s but a Monday’s', async () => {
    const [first, second] = area.schools.map(({ urn }) => urn);
    const { body } = await hub.post({ persona: 'senco', school: second ?? '' }, text('school-attention'), {
      urn: first,
    });
    expect(body.errors?.[0]?.extensions.code).toBe('REFUSED');
    const wrong = await hub.post({ persona: 'senco', school: first ?? '' }, text('school-attention'), {
      ...{ urn: first, week: '2026-11-17' },
    });
    expect(wrong.body.errors?.[0]).toMatchObject({ message: 'week must be a Monday.' });
  });
});

const never = { from: '9999-12-31', until: null };
