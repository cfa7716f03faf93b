import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../platform/config/product-root.js';
import { medianOf } from './cohort-questions.js';
import type { StartedHub } from './started-hub.js';
import { ask } from './waits-questions.js';

/** What a school's team reads of each child before it meets: attendance, needs and suspensions. */
const question = readFileSync(path.join(productRoot, 'bench/roll-page.graphql'), 'utf8');
const rounds = Array.from({ length: 15 }, (_, at) => at);

/** A page of so many children, in milliseconds at the median, and in statements. */
export interface RollPage {
  readonly children: number;
  readonly ms: number;
  readonly statements: number;
}

/**
 * Puts children of the roll on the agenda of the school's team, until so many are: the longest suspensions first, so that ten
 * children are asked for all that a hundred are.
 */
async function discuss({ admin }: StartedHub, urn: string, many: number): Promise<void> {
  await admin.query(
    `with roll as (
       select r.child_id from access.relationship r
       where r.basis = 'SCHOOL_ROLL' and r.grantee = 'org:' || $1 and r.valid @> ctx.now()
         and not exists (select from access.child_alias a where a.held = r.child_id)
         and not exists (select from access.restriction x where x.child_id = r.child_id)
         and not exists (select from partnership.agenda_item i where i.child_id = r.child_id)
       group by r.child_id
       order by (select max(s.sessions) from education.suspension s where s.child_id = r.child_id) desc nulls last, r.child_id
       limit greatest(0, $2 - (select count(*) from partnership.agenda_item i where i.school_urn = $1))),
     item as (
       insert into partnership.agenda_item (school_urn, child_id, raised_by, reason, meeting_on, until)
       select $1, child_id, 'The bench', 'To be discussed', ctx.today(), ctx.today() + 28 from roll
       returning id, child_id)
     insert into access.relationship (child_id, grantee, basis, reference, valid)
     select child_id, 'team:tas:' || $1, 'TEAM_AROUND_SCHOOL', id::text, tstzrange(ctx.now() - interval '1 day', null) from item`,
    [urn, many],
  );
}

/** Statements that the hub has sent, as it counts them itself. */
async function statements({ graphql }: StartedHub): Promise<number> {
  const text = await (await fetch(new URL('/metrics', graphql))).text();
  return [...text.matchAll(/^hub_sql_statements_total(?:\{[^}]*\})? (\d+)/gm)].reduce(
    (sum, [, n]) => sum + Number(n),
    0,
  );
}

/**
 * Statements of one question: the fewest of several, since the hub's feeds send some of their own meanwhile, and nothing a question
 * does is sent less than each time.
 */
export async function statementsOf(hub: StartedHub, asked: () => Promise<unknown>): Promise<number> {
  let fewest = Infinity;
  for (let round = 0; round < 7; round += 1) {
    const before = await statements(hub);
    await asked();
    fewest = Math.min(fewest, (await statements(hub)) - before);
  }
  return fewest;
}

interface Answer {
  readonly teamAroundSchool: { readonly agenda: readonly { readonly child: object | null }[] };
}

async function page(hub: StartedHub, token: string, urn: string, many: number): Promise<RollPage> {
  await discuss(hub, urn, many);
  const asked = async (): Promise<{ ms: number }> => {
    const { ms, data } = await ask(hub, token, question, { urn });
    const children = (data['school'] as Answer).teamAroundSchool.agenda.filter(({ child }) => child !== null);
    if (children.length !== many)
      throw new Error(`${String(children.length)} children are on a page of ${String(many)}.`);
    return { ms };
  };
  await asked();
  const sent = await statementsOf(hub, asked);
  return { children: many, ms: await medianOf(rounds, asked), statements: sent };
}

/** Pages of ten children and of a hundred; refused where the second takes more statements. */
export async function rollPages(hub: StartedHub, token: string, urn: string): Promise<readonly RollPage[]> {
  const [few, many] = [await page(hub, token, urn, 10), await page(hub, token, urn, 100)];
  if (few.statements === 0 || many.statements > few.statements)
    throw new Error(`A page of 100 takes ${String(many.statements)} statements, of ten ${String(few.statements)}.`);
  return [few, many];
}
