import type { Columns } from '../../../platform/db/table/columns.js';
import type { Writing } from '../../../platform/db/write-unit.js';

/** Rows of which it is kept what was said until they were put right: a table of what is believed, and one of what was. */
export interface Believed {
  /** What is said, its key included: the columns that both tables have. */
  readonly said: Columns<object>;
  /** Where what was said goes, with `believed_from` and `believed_until`. */
  readonly past: string;
  /** What more the table of what is believed has, worked out of what is given: a column, and its expression over `x`. */
  readonly workedOut?: { readonly columns: Columns<object>; readonly given: string };
}

/**
 * Makes the rows of these children what is given, as JSON of what is said, and of what is not given none. What was said
 * otherwise until now is kept with the moments between which it was said; what is said as before stays as it is.
 *
 * There is one moment for all of a statement, and never before one at which something was said of these children: where the
 * day that a test stands at is put back, what was believed when must still follow in order.
 */
export async function replaceBelieved(
  writing: Writing,
  { said, past, workedOut }: Believed,
  children: readonly string[],
  given: string,
): Promise<void> {
  const placed = workedOut?.columns ?? said;
  const { key, rest } = said.parted();
  const [others, renewed] = [rest ?? key, placed.parted().rest ?? key];
  const text = `with given as materialized (
      select x.*${workedOut ? `, ${workedOut.given}` : ''} from jsonb_to_recordset($2) x(${said.recordset})),
    mine as materialized (select k.held from ctx.keys($1) k),
    held as materialized (select b.* from ${said.table} b where b.child_id in (select held from mine)),
    moment as materialized (
      select greatest(ctx.now(), (select max(believed_from) from held), (
        select max(p.believed_until) from ${past} p where p.child_id in (select held from mine))) at),
    changed as materialized (
      select h.*, g."childId" is null as gone from held h
      left join given g on (${key.values('g')}) = (${key.names('h')})
      where g."childId" is null or (${others.values('g')}) is distinct from (${others.names('h')})),
    past as (
      insert into ${past} (${said.names()}, believed_from, believed_until)
      select ${said.names('c')}, c.believed_from, m.at from changed c, moment m where c.believed_from < m.at),
    dropped as (
      delete from ${said.table} b using changed c where c.gone and (${key.names('b')}) = (${key.names('c')}))
    insert into ${said.table} as held (${placed.names()}, believed_from)
    select ${placed.values('g')}, m.at from given g, moment m
    on conflict (${key.names()}) do update set believed_from = case
      when (${others.names('held')}) is distinct from (${others.names('excluded')}) then excluded.believed_from else held.believed_from end,
      ${renewed.renewal}`;
  await writing.query(text, [children, given]);
}

/** Of children of whom nothing is to be kept any more, what was said of them once goes too. */
export async function forgetBelieved(writing: Writing, past: string, children: readonly string[]): Promise<void> {
  const text = `delete from ${past} p where p.child_id in (select access.forgotten_among('VIRTUAL_SCHOOL', 'T2', $1))`;
  await writing.query(text, [children]);
}
