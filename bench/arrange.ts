import { parse } from 'graphql';
import { Client } from 'pg';
import { operationsFolder } from '../cli/operations-folder.js';
import { RegisteredOperations } from '../gateway/registered-operations.js';
import { personaNamed } from '../platform/auth/personas.js';
import type { Page, Pair } from './callers.js';
import { plainAudit } from './floor.js';
import { pageQuestion } from './question.js';

/** Who may ask what on a ground. */
export interface Arranged {
  /** Callers and children: no caller twice, and children in an order in which none comes twice soon. */
  readonly pairs: readonly Pair[];
  readonly pages: readonly Page[];
}

/** How many social workers each child has, each with a caseload of one: so many callers are needed, not caseloads. */
const workersPerChild = 3;

/** More pairs are asked in no run; they are taken from all over the area. */
const mostPairs = 12_000;

const childrenOfAPage = 100;
const schoolsOfPages = 20;
const callersPerSchool = 20;

/** So many of a list, from all over it, in its order. */
export const spread = <T>(all: readonly T[], many: number): T[] =>
  all.length <= many
    ? [...all]
    : Array.from({ length: many }, (_, at) => all[Math.floor((at * all.length) / many)]).filter(
        (one): one is T => one !== undefined,
      );

/** Social workers of the bench's own, and a SENCO of each child's school: every one of them another person. */
async function makePairs(admin: Client): Promise<Pair[]> {
  const worker = personaNamed('social-worker');
  await admin.query(
    `insert into access.relationship (child_id, grantee, basis, reference, valid)
     select child_id, 'person:sw-bench-' || n || '-' || child_id, 'CASELOAD', 'bench', tstzrange(ctx.now() - interval '1 day', null)
     from partnership.child, generate_series(1, $1) n`,
    [workersPerChild],
  );
  const { rows } = await admin.query<{ child_id: string; urn: string | null }>(
    `select c.child_id, (select substr(r.grantee, 5) from access.relationship r
       where r.child_id = c.child_id and r.basis = 'SCHOOL_ROLL' and r.valid @> ctx.now() limit 1) urn
     from partnership.child c order by c.child_id`,
  );
  const workers = Array.from({ length: workersPerChild }, (_, at) =>
    rows.map(({ child_id: childId }): Pair => {
      return { childId, sub: `sw-bench-${at + 1}-${childId}`, org: worker.org, persona: 'social-worker' };
    }),
  );
  const sencos = rows.flatMap(({ child_id: childId, urn }): Pair[] =>
    urn === null ? [] : [{ childId, sub: `senco-${childId}.${urn}`, org: urn, persona: 'senco' }],
  );
  return [...workers, sencos].flatMap((own) => spread(own, mostPairs / (workersPerChild + 1)));
}

/** The largest schools, each with children on the agenda of its team: living, shown by an id of their own, not hidden. */
const fillAgendas = `with roll as (
    select distinct r.child_id, substr(r.grantee, 5) urn
    from access.relationship r join partnership.child c using (child_id)
    where r.basis = 'SCHOOL_ROLL' and r.valid @> ctx.now()
      and not exists (select from access.child_alias a where a.held = r.child_id)
      and not exists (select from access.restriction x where x.child_id = r.child_id)
      and not exists (select from social_care.death d where d.child_id in (
        select r.child_id union all select a.held from access.child_alias a where a.canonical = r.child_id))),
  placed as (
    select child_id, urn, row_number() over (partition by urn order by child_id) n, count(*) over (partition by urn) many from roll),
  school as (select urn from placed group by urn, many order by many desc, urn limit $1),
  item as (
    insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
    select p.urn, p.child_id, 'The bench', 'To be discussed', ctx.today(), ctx.today() + 28
    from placed p join school using (urn) where p.n <= $2
    returning id, school_urn, child_id),
  related as (
    insert into access.relationship (child_id, grantee, basis, reference, valid)
    select child_id, 'team:tas:' || school_urn, 'TEAM_AROUND_SCHOOL', id::text, tstzrange(ctx.now() - interval '1 day', ctx.now() + interval '28 days')
    from item)
  select school_urn urn, array_agg(child_id::text order by child_id) children from item group by school_urn
  order by count(*) desc, school_urn`;

/** SENCOs of the largest schools, every one of them another person, and the children their school's team is to discuss. */
async function makePages(admin: Client): Promise<Page[]> {
  const { rows } = await admin.query<{ urn: string; children: string[] }>(fillAgendas, [
    schoolsOfPages,
    childrenOfAPage,
  ]);
  // Only pages of one size: their times are a median of like things.
  const full = rows.filter(({ children }) => children.length === rows[0]?.children.length);
  return Array.from({ length: callersPerSchool }, (_, at) =>
    full.map(({ urn, children }): Page => {
      return { urn, children, sub: `senco-page-${at + 1}.${urn}`, org: urn, persona: 'senco' };
    }),
  ).flat();
}

/** The bench's question stands on the safelist as a partner's does: the hub is measured as it is in production. */
function registerQuestion(dataDir: string): void {
  const [definition] = parse(pageQuestion).definitions;
  const name = definition && 'name' in definition ? (definition.name?.value ?? 'page') : 'page';
  new RegisteredOperations(operationsFolder(dataDir)).add('bench', [{ name, text: pageQuestion }]);
}

/** Puts into a filled area what the bench needs: its callers, its agendas, its question, and a table for the floor. */
export async function arrange(adminUrl: string, dataDir: string): Promise<Arranged> {
  const admin = new Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    const pairs = await makePairs(admin);
    const pages = await makePages(admin);
    await admin.query(plainAudit);
    registerQuestion(dataDir);
    return { pairs, pages };
  } finally {
    await admin.end();
  }
}
