import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Client } from 'pg';
import { hub as product } from '../../cli/domains.js';
import type { Voucher } from '../../platform/auth/minter.js';
import { roleNames, schemaOf } from '../../platform/db/names.js';
import { Domain } from '../../platform/vocabulary/domain.js';
import { arrangeChild, place } from '../support/arrange.js';
import { testHub, type TestHub } from '../support/hub.js';
import {
  type Asking,
  asking,
  auditOf,
  forge,
  copySettings,
  hubSettings,
  kept,
  openUnit,
  requestIdOf,
  undone,
} from '../support/opening.js';
import { rolePrefix } from '../support/templates.js';

const { HEALTH, EDUCATION } = Domain;

let hub: TestHub;
let health: Client;
let commissioner: Voucher;
let senco: Voucher;

/** A question that each of the product's cubes answers, with no figures at the least. */
const questionOf: Readonly<Record<string, object>> = {
  cohort_attendance: { cohort: 'ON_PLAN', from: '2026-11-09', to: '2026-11-09', by: [], asAt: null, terms: [] },
  social_work_teams: {},
  waiting_times: { by: [], asAt: '2026-11-20', bands: [0] },
  referrals: { from: '2026-10-01', to: '2026-11-20', by: [], ages: [0] },
  suspensions: { from: '2026-09-01', to: '2027-08-31', pupilsOn: '2026-11-20', by: [], bankHolidays: [] },
  cohort_suspensions: {
    ...{ from: '2026-09-01', to: '2027-08-31', firstWeek: '2026-08-31', lastWeek: '2027-08-23' },
    by: ['COHORT'],
  },
  school_attendance: { urn: '900001', from: '2026-09-01', to: '2026-11-20', basis: 'CHILD' },
  unidentified_sen: { from: '2026-09-01', to: '2027-08-31', by: [], bankHolidays: [] },
  sixth_days: { from: '2026-09-01', to: '2027-08-31', by: [], bankHolidays: [] },
  pep_compliance: { term: '2026/27 Autumn', current: '2026/27 Autumn' },
};

const question = '{"from":"2026-11-09"}';
const figures = (text: string, over: Partial<Asking> = {}): Asking =>
  asking(HEALTH, [text], { tier: 'EXISTENCE', act: 'AGGREGATE', operation: 'entries', kind: 'aggregate', ...over });

/** A cube of this test's own: how many entries there are, and how much of that the caller is entitled to be told. */
const cubeOfTheTest = `create function health.cube_entries(question text) returns setof json
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
  declare entitled constant text := ctx.entitled('HEALTH', 'entries', question);
  begin
    if entitled is null then return; end if;
    return query select json_build_object('entries', count(*), 'entitled', entitled) from health.waiting_list_entry;
  end $$`;

beforeAll(async () => {
  hub = await testHub();
  health = await hub.appClient(HEALTH);
  const names = roleNames(rolePrefix);
  await hub.admin.query(cubeOfTheTest);
  await hub.admin.query(`alter function health.cube_entries(text) owner to "${rolePrefix}_maintain"`);
  await hub.admin.query(`grant execute on function health.cube_entries(text) to "${names.app(HEALTH)}"`);
  await hub.admin.query(`insert into access.cube_rule values
    ('HEALTH', 'entries', 'commissioner', 'SERVICE_PLANNING', 'SUPPRESSED', 'test-1', 'To plan.'),
    ('EDUCATION', 'entries', 'commissioner', 'SERVICE_PLANNING', 'WHOLE', 'test-1', 'To plan.'),
    ('HEALTH', 'others', 'commissioner', 'SERVICE_PLANNING', 'WHOLE', 'test-1', 'Others.'),
    ('HEALTH', 'others', 'senco', 'TEAM_AROUND_SCHOOL', 'WHOLE', 'test-1', 'Others.')`);
  await hub.admin
    .query(`insert into virtual_school.cohort_suspension (child_id, cohort, school_urn, started_on, category, week_beginning,
      team, phase, sen_provision, free_school_meals, sessions, believed_from)
    values (gen_random_uuid(), 'KINSHIP', '900001', '2026-09-14', 'SUSPENSION', '2026-09-14', '', 'Primary', 'NONE', 'NO', 2, now())`);
  await hub.admin.query(`insert into virtual_school.kept_allocation (child_id, role, team, held_from)
    values (gen_random_uuid(), 'SOCIAL_WORKER', 'North', '2026-01-01')`);
});

// A voucher lasts a minute: each test has one of its own, however slow the machine is.
beforeEach(async () => {
  commissioner = await hub.voucher({ persona: 'commissioner' });
  senco = await hub.voucher({ persona: 'senco' });
});

afterAll(() => hub.close());

async function told(client: Client, text = question): Promise<unknown[]> {
  const { rows } = await client.query<{ figures: unknown }>('select figures from health.cube_entries($1) figures', [
    text,
  ]);
  return rows.map((row) => row.figures);
}

describe('figures of groups, asked of the database', () => {
  it('are told to whom a sentence speaks of, with how much of the truth they are entitled to', async () => {
    await undone(health, async () => {
      const [opened] = await openUnit(health, commissioner, [figures(question)]);
      expect(opened).toMatchObject({ entitled: 'SUPPRESSED', permitted: [], subjects: [], version: 'test-1' });
      expect(await told(health)).toEqual([{ entries: expect.any(Number), entitled: 'SUPPRESSED' }]);
    });
  });

  it('open no row of any child', async () => {
    const child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    await undone(health, async () => {
      await openUnit(health, commissioner, [figures(question), asking(HEALTH, [child])]);
      expect((await told(health)).length).toBe(1);
      const { rows } = await health.query('select from health.waiting_list_entry');
      expect(rows).toEqual([]);
    });
  });

  it('are told to nobody without an opening, for another question, or of another cube', async () => {
    expect(await told(health)).toEqual([]);
    await undone(health, async () => {
      await openUnit(health, commissioner, [figures(question)]);
      expect(await told(health, '{"from":"2026-11-16"}')).toEqual([]);
    });
    await undone(health, async () => {
      const [opened] = await openUnit(health, commissioner, [figures(question, { operation: 'others' })]);
      expect(opened?.entitled).toBe('WHOLE');
      expect(await told(health)).toEqual([]);
    });
    // A permit for a child is none for figures, though it be called alike and asked by the question's own text.
    const child = await arrangeChild(hub.admin, [{ basis: 'SCHOOL_ROLL', grantee: `org:${place.school}` }]);
    await undone(health, async () => {
      const called = { operation: 'entries', kind: 'listed-entry' };
      const [opened] = await openUnit(health, senco, [
        asking(HEALTH, [question, `${place.provider}|${child}`], called),
      ]);
      expect(opened?.permitted.map(([id]) => id)).toEqual([child]);
      expect(await told(health)).toEqual([]);
    });
  });

  it('are refused to every other role and purpose, and the asking is written down with its question', async () => {
    await kept(health, async () => {
      const [opened] = await openUnit(health, senco, [figures(question)]);
      expect(opened?.entitled).toBeNull();
      expect(await told(health)).toEqual([]);
    });
    await kept(health, () => openUnit(health, commissioner, [figures(question)]));
    const common = {
      ...{ holder: 'HEALTH', about: 'HEALTH', tier: 'EXISTENCE', act: 'AGGREGATE', operation: 'entries' },
    };
    const row = { ...common, kind: 'aggregate', subjects: [question], asked: [], permitted: [] };
    expect(await auditOf(hub.admin, requestIdOf(senco))).toEqual([
      { ...row, decision: 'REFUSED', bases: [], policyVersion: null },
    ]);
    expect(await auditOf(hub.admin, requestIdOf(commissioner))).toEqual([
      { ...row, decision: 'PERMITTED', bases: ['SUPPRESSED'], policyVersion: 'test-1' },
    ]);
  });

  it('are not told by the settings of another transaction, nor after one that was rolled back', async () => {
    const names = await hubSettings(hub.admin);
    const settings = await kept(health, async () => {
      await openUnit(health, commissioner, [figures(question)]);
      expect((await told(health)).length).toBe(1);
      return copySettings(health, names);
    });
    await undone(health, async () => {
      await forge(health, settings);
      expect(await told(health)).toEqual([]);
    });
    await undone(health, async () => {
      await health.query('savepoint before');
      await openUnit(health, commissioner, [figures(question)]);
      const whileOpen = await copySettings(health, names);
      await health.query('rollback to savepoint before');
      await forge(health, whileOpen);
      expect(await told(health)).toEqual([]);
    });
  });

  it('are told for the purpose that a sentence names, and for no other of the same role', async () => {
    const otherwise = await hub.voucher({ persona: 'commissioner', purpose: 'AUDIT' });
    await undone(health, async () => {
      const [opened] = await openUnit(health, otherwise, [figures(question)]);
      expect(opened).toMatchObject({ entitled: null, version: null });
      expect(await told(health)).toEqual([]);
    });
  });

  it('are not told by what another domain opened under the same name', async () => {
    await undone(hub.admin, async () => {
      const other = figures(question, { holder: EDUCATION, about: EDUCATION });
      const [opened] = await openUnit(hub.admin, commissioner, [other]);
      expect(opened?.entitled).toBe('WHOLE');
      expect(await told(hub.admin)).toEqual([]);
    });
  });

  it('are not told to who takes the place of the caller they were opened for', async () => {
    await undone(health, async () => {
      await openUnit(health, commissioner, [figures(question)]);
      await forge(
        health,
        new Map([
          ['hub.claims', senco.claims],
          ['hub.tag', senco.tag],
        ]),
      );
      expect(await told(health)).toEqual([]);
    });
  });

  it.each(product.schemas.flatMap(({ cubes }) => cubes))(
    'of $field: to who opened that very question',
    async (cube) => {
      const {
        domain,
        name,
        rules: [sentence],
      } = cube;
      if (!sentence) throw new Error('a cube that nobody is told');
      const app = await hub.appClient(domain);
      const entitled = await hub.voucher({ persona: sentence.roles[0], purpose: sentence.purposes[0] });
      const own = JSON.stringify(questionOf[name]);
      const asked = async () =>
        (await app.query(`select from "${schemaOf(domain)}"."cube_${name}"($1)`, [own])).rowCount;
      const opened = (text: string, operation = name) =>
        undone(app, async () => {
          const over = { tier: 'EXISTENCE', act: 'AGGREGATE', operation, kind: 'aggregate' } as const;
          await openUnit(app, entitled, [asking(domain, [text], over)]);
          return asked();
        });
      expect(await opened(own)).toBeGreaterThan(0);
      expect(await opened(JSON.stringify({ ...questionOf[name], other: true }))).toBe(0);
      expect(await opened(own, 'another')).toBe(0);
      expect(await asked()).toBe(0);
    },
  );

  it('are asked in the shape of figures or not at all, and of the login’s own domain', async () => {
    const shapes = [figures(question, { act: 'READ' }), figures(question, { kind: 'child' })];
    for (const shape of shapes)
      await undone(health, () =>
        expect(openUnit(health, commissioner, [shape])).rejects.toMatchObject({ code: '22023' }),
      );
    await undone(health, () =>
      expect(
        openUnit(health, commissioner, [figures(question, { holder: EDUCATION, about: EDUCATION })]),
      ).rejects.toMatchObject({ code: '42501' }),
    );
  });
});
