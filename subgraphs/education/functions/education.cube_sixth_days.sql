-- owner: {{prefix}}_maintain
-- True figures of what was owed from sixth days that lie in a school year: a row a group. `question` names the year's first
-- and last day, what to divide by, and bank holidays. Where small numbers are to be hidden, also how many children each
-- group of every single dimension has, and all: of whom anything was owed, and to whom it came late or not at all.
create or replace function education.cube_sixth_days(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  entitled constant text := ctx.entitled('EDUCATION', 'sixth_days', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SCHOOL": "urn", "DUTY_HOLDER": "holder"}';
  the_school constant text := case when entitled = 'OWN_SCHOOL' then coalesce(ctx.claims() ->> 'org', '') end;
  dims text;
  shown text;
begin
  if entitled is null then return; end if;
  select string_agg(expressions ->> d.name, ', ' order by d.place) into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  shown := case when entitled = 'SUPPRESSED' then $s$
    union all
    select json_build_object('dimension', d.dimension, 'value', d.value, 'children', count(distinct o.child)::int,
      'breached', count(distinct o.child) filter (where o.late or o.missing)::int)
    from owed o cross join lateral (values ('', ''), ('SCHOOL', o.urn), ('DUTY_HOLDER', o.holder)) d(dimension, value)
    group by d.dimension, d.value $s$ else '' end;
  return query execute format($q$
    with owed as materialized (
      select s.child, s.urn, case when s.duty_of = 'COUNCIL' then 'COUNCIL' else 'SCHOOL' end holder,
        s.in_place_on <= s.due_on in_time, s.in_place_on > s.due_on late,
        s.in_place_on is null and s.due_on < ctx.today() missing
      from education.sixth_days($1, $2, $3, $4) s)
    select json_build_object('key', g.key, 'due', g.due, 'inTime', g.in_time, 'late', g.late, 'missing', g.missing)
    from (
      select array[%1$s]::text[] key, count(*)::int due, count(*) filter (where in_time)::int in_time,
        count(*) filter (where late)::int late, count(*) filter (where missing)::int missing
      from owed group by (%1$s)) g
    %2$s
    $q$, coalesce(dims, ''), shown)
  using (q ->> 'from')::date, (q ->> 'to')::date, array(select jsonb_array_elements_text(q -> 'bankHolidays')::date), the_school;
end $$;
grant execute on function education.cube_sixth_days(text) to {{prefix}}_education;
