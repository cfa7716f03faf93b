import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Domain } from '../../platform/vocabulary/domain.js';
import { testHub, type TestHub } from '../support/hub.js';
import { rolePrefix } from '../support/templates.js';

/**
 * Every function of ours that a login of ours may execute, and why that is safe though anyone who holds the login's
 * password may call it. A new one is refused here until somebody has asked themselves that question.
 */
const anyApp: Readonly<Record<string, string>> = {
  'access.open': 'verifies the voucher before anything else, and writes down what it permits',
  'access.note_refused': 'verifies the voucher; writes down that this caller was refused, and no child',
  'access.relate': 'only for children the unit was opened to change, and only the login’s own bases',
  'access.relate_exactly': 'the same, for a system alone: what is not given of these children and bases ends',
  'access.every_child': 'only to a system that hears the partnership: ids alone, written down',
  'access.heard_from': 'only to a system: a position, of no child',
  'access.forgotten_among': 'only of children the unit was opened to change',
  'access.join_team': 'only for partnership’s login, and who leads the school or the team',
  'access.held_under': 'only of a child the unit was opened to change',
  'access.restricted': 'only of a child the unit was opened to change',
  'access.emit': 'only of children the unit was opened to change',
  'access.emit_of_nobody': 'only for a system of the login’s own; names no child',
  'access.read_events': 'verifies a system’s voucher, and reads topics granted to the login',
  'access.has_news': 'verifies a system’s voucher; whether anything was said, and of nobody',
  'access.say_anew': 'verifies a system’s voucher; says anew what was deleted unheard, and answers a count',
  'access.feeds_behind': 'which of the login’s own feeds are behind, and of nobody',
  'access.forget_events': 'deletes the login’s own events of more than 30 days ago, and answers a count',
  'access.note_fact': 'a trigger’s function, which cannot be called by itself',
  'access.review_gone': 'a trigger’s function, which cannot be called by itself',
  'ctx.claims': 'what the caller’s own voucher says, verified again',
  'ctx.grantees': 'whom the verified caller is: the person, the organisation, the teams',
  'ctx.permitted': 'the ids that this transaction’s own audit rows permit its caller',
  'ctx.permitted_facets': 'the same, of what only some see who see a tier',
  'ctx.keys': 'what open left behind of the children the unit was opened for, read from settings alone',
  'ctx.opened': 'what open left behind of the ids the unit was opened for, read from settings alone',
  'ctx.system': 'the verified system of the unit, under a MAC',
  'ctx.system_does': 'the same, of one operation',
  'ctx.told_day': 'a day, of nobody',
  'ctx.today': 'a day, of nobody',
  'ctx.now': 'a moment, of nobody',
};

const ownApp: Readonly<Partial<Record<Domain, Readonly<Record<string, string>>>>> = {
  EDUCATION: {
    'education.count_school_weeks':
      'only for the system that feeds totals of schools; answers whether more is to be counted',
    'education.cube_school_attendance': 'figures, of a question that the unit has opened',
    'education.cube_sixth_days': 'figures, of a question that the unit has opened',
    'education.cube_suspensions': 'figures, of a question that the unit has opened',
    'education.cube_unidentified_sen': 'figures, of a question that the unit has opened',
    'education.say_renamed':
      'only for a system: that facts of children changed, to whom may hear it, and answers a count',
    'education.say_school_days': 'the same',
    'education.year_of_week': 'arithmetic on what it is given',
  },
  HEALTH: {
    'health.cube_referrals': 'figures, of a question that the unit has opened',
    'health.cube_waiting_times': 'figures, of a question that the unit has opened',
    'health.is_unnamed': 'of a service and a day, and of no child',
    'health.unnamed_waits': 'where a wait stands and since when, of children whom the unit may see, and of no service',
    'health.keeps': 'of an entry of the verified caller’s own organisation; of any other it says no',
    'health.sent_on': 'the same, and where its child was sent on to',
  },
  PARTNERSHIP: {
    'access.address_is_protected': 'of a child the unit may see; of any other it says yes',
    'access.areas_of': 'only of children the unit was opened to change',
    'access.claim': 'counts as a look-up, is written down, and answers nothing alike',
    'access.disclosures_while_linked': 'only of children the unit may see in the highest tier',
    'access.explain': 'only of children the unit may see',
    'access.kept_from': 'only of children the unit may see, to whoever speaks for the team; never of what is held',
    'access.present': 'to whoever speaks for the team, of its own members',
    'access.forget': 'only for a system, of children the unit was opened to change',
    'access.lets_in': 'whether the verified caller’s role and purpose are let in at all: of no child',
    'access.link': 'only of children the unit was opened to change',
    'access.opened_until': 'only of a child the unit may see; of any other it says nothing',
    'access.note_deaths': 'only for a system, of children the unit was opened to change',
    'partnership.belongs': 'whether the verified caller leads a school, or sits in its team',
    'partnership.place_of_change': 'arithmetic on what it is given',
    'partnership.place_of_notice': 'arithmetic on what it is given',
    'partnership.leads': 'whether the verified caller leads a school',
    'access.schools_with_a_roll': 'only for the system that takes in files: URNs, and no child',
    'partnership.reads_contacts': 'whether the verified caller may know how to reach who works at a school',
    'partnership.brings': 'the sources whose files the verified caller brings',
    'partnership.reads_quality': 'whether the verified caller may know what came of files',
    'partnership.reads_posts': 'whether the verified caller may know who works at a school',
    'partnership.seats': 'whether the verified caller may seat somebody there',
    'partnership.candidates': 'only for the system that resolves, and written down',
    'partnership.count_names': 'only for the system that resolves',
    'partnership.name_counts': 'only for the system that resolves, and reviewers of matches',
    'partnership.closed_days': 'days on which a school is closed, and of nobody',
    'partnership.keyed_hash': 'a hash, and only for a verified caller',
    'partnership.in_area': 'arithmetic on what it is given',
    'partnership.settle_search': 'tidies an index, and tells nothing',
  },
  VIRTUAL_SCHOOL: {
    'virtual_school.cube_cohort_attendance': 'figures, of a question that the unit has opened',
    'virtual_school.cube_cohort_suspensions': 'figures, of a question that the unit has opened',
    'virtual_school.cube_pep_compliance': 'figures, of a question that the unit has opened',
    'virtual_school.cube_social_work_teams': 'names of teams, of a question that the unit has opened',
    'virtual_school.say_duties':
      'only for a system: that facts of children changed, to whom may hear it, and answers a count',
    'virtual_school.peps_told_from': 'the term of the first plan any file tells of, and of nobody',
  },
};

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
});

afterAll(() => hub.close());

const domains = Object.values(Domain);
const roleOf = (domain: Domain): string => `hubtest_${domain.toLowerCase()}`;

async function functionsOf(role: string, schemas: readonly string[]): Promise<string[]> {
  const { rows } = await hub.admin.query<{ name: string }>(
    `select distinct n.nspname || '.' || p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
     where n.nspname = any ($2) and has_function_privilege($1, p.oid, 'execute') and has_schema_privilege($1, n.oid, 'usage')
     order by 1`,
    [role, schemas],
  );
  return rows.map(({ name }) => name);
}

describe('the functions that a login may execute', () => {
  it.each(domains)('are, for the login of %s, those that say first who asks [D02]', async (domain) => {
    const found = await functionsOf(roleOf(domain), ['access', 'ctx', 'crypto', 'public', domain.toLowerCase()]);
    const known = { ...anyApp, ...ownApp[domain] };
    expect(found.filter((name) => !(name in known))).toEqual([]);
    expect(Object.keys(known).filter((name) => !found.includes(name))).toEqual([]);
  });
});

interface Table {
  readonly name: string;
  readonly inserts: boolean;
  readonly updates: string | null;
  readonly deletes: boolean;
}

async function writableBy(role: string): Promise<Table[]> {
  const { rows } = await hub.admin.query<Table>(
    `select n.nspname || '.' || c.relname as name, has_any_column_privilege($1, c.oid, 'insert') as inserts,
       (select a.attname from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
          and has_column_privilege($1, c.oid, a.attnum, 'update') and a.attgenerated = '' and a.attidentity = '' limit 1) as updates,
       has_table_privilege($1, c.oid, 'delete') as deletes
     from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
       and has_schema_privilege($1, n.oid, 'usage')
       and (has_any_column_privilege($1, c.oid, 'insert') or has_any_column_privilege($1, c.oid, 'update')
         or has_table_privilege($1, c.oid, 'delete') or has_table_privilege($1, c.oid, 'truncate'))
     order by 1`,
    [role],
  );
  return rows;
}

describe('the tables that a login may write', () => {
  it.each(domains)('take nothing from the login of %s without a unit [D01]', async (domain) => {
    const app = await hub.appClient(domain);
    const tables = await writableBy(roleOf(domain));
    expect(tables.length).toBeGreaterThan(3);
    const taken: string[] = [];
    for (const { name, inserts, updates, deletes } of tables) {
      if (inserts) {
        const state = await app.query(`insert into ${name} default values`).then(
          () => 'written',
          (error: unknown) => (error as { code: string }).code,
        );
        if (state !== '42501') taken.push(`insert into ${name}: ${state}`);
      }
      if (updates !== null && (await app.query(`update ${name} set ${updates} = ${updates}`)).rowCount !== 0)
        taken.push(`update ${name}`);
      if (deletes && (await app.query(`delete from ${name}`)).rowCount !== 0) taken.push(`delete from ${name}`);
    }
    expect(taken).toEqual([]);
  });

  it.each(domains)('are, for the login of %s, under row-level security, forced [D02]', async (domain) => {
    const names = (await writableBy(roleOf(domain))).map(({ name }) => name);
    const { rows } = await hub.admin.query<{ name: string }>(
      `select t.name from unnest($1::text[]) t(name) join pg_class c on c.oid = t.name::regclass
       where not (c.relrowsecurity and c.relforcerowsecurity)`,
      [names],
    );
    expect(rows).toEqual([]);
  });

  it('are none for the logins that are shared, or an operator’s', async () => {
    for (const role of ['hubtest_unit', 'hubtest_operator']) expect(await writableBy(role)).toEqual([]);
  });
});

/** What a login may read without a unit, and why it tells of no child. */
const readable: Readonly<Record<string, string>> = {
  school_week_total: 'sessions of all pupils of a school and week, of no child',
  kept_school_week: 'a copy of the same',
  school_calendar: 'the terms and closures of schools, of no child',
  calendar_week: 'what these say of a school’s week, of no child',
  kept_calendar_week: 'a copy of the same',
  source_receipt: 'when a source last arrived: the same for every child',
  source_delivery: 'how many records were in the files of a source that came last: of files, and no child',
  school: 'the national register of schools',
  provider: 'names of health providers',
  sensitive_service: 'services that are not named outside health',
  provider_layout: 'how providers’ lists call their columns',
  standard: 'what waits for a service are measured against',
  organisation: 'names of organisations',
};

describe('the tables that a login may read', () => {
  it.each(domains)('show the login of %s nothing without a unit but what is about no child [D01]', async (domain) => {
    const area = await testHub({ area: true });
    try {
      const app = await area.appClient(domain);
      const { rows } = await area.admin.query<{ schema: string; name: string }>(
        `select n.nspname as schema, c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
           and has_schema_privilege($1, n.oid, 'usage') and has_any_column_privilege($1, c.oid, 'select')`,
        [roleOf(domain)],
      );
      const shown: string[] = [];
      for (const { schema, name } of rows)
        if ((await app.query(`select from ${schema}.${name} limit 1`)).rowCount) shown.push(name);
      expect(shown.filter((name) => !(name in readable))).toEqual([]);
    } finally {
      await area.close();
    }
  });
});

describe('what a login could put in a function’s way', () => {
  it('is nothing: no login may make a temporary table, nor anything in a schema [D02]', async () => {
    const { rows } = await hub.admin.query<{ may: string }>(
      `select r.rolname || ' ' || n.nspname may from pg_roles r cross join pg_namespace n
       where r.rolname like '${rolePrefix}\\_%' and r.rolcanlogin and has_schema_privilege(r.rolname, n.oid, 'CREATE')
       union all
       select r.rolname || ' temporary' from pg_roles r
       where r.rolname like '${rolePrefix}\\_%' and r.rolcanlogin and has_database_privilege(r.rolname, current_database(), 'TEMPORARY')`,
    );
    expect(rows).toEqual([]);
  });

  it('is no setting that only tells its writer what they wrote: no function of another’s rights asks ctx.keys [D02]', async () => {
    const { rows } = await hub.admin.query<{ named: string }>(
      `select p.oid::regproc::text named from pg_proc p where p.prosecdef and p.prosrc like '%ctx.keys(%'`,
    );
    expect(rows).toEqual([]);
  });
});
