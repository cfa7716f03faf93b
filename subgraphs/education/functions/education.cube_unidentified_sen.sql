-- owner: {{prefix}}_maintain
-- True figures of children suspended or permanently excluded in a school year, each by the first time in a group: how many, of how
-- many no roll showed special educational provision that day, and what the highest was that any showed within the year after it, as far
-- as it has passed. `question` names the year's first and last day, what to divide by, and bank holidays. Where small numbers
-- are to be hidden, also how many children without provision each group of every single dimension has, and of how many schools, and all.
create or replace function education.cube_unidentified_sen(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  entitled constant text := ctx.entitled('EDUCATION', 'unidentified_sen', question);
  q constant jsonb := question::jsonb;
  expressions constant jsonb := '{"SCHOOL": "urn", "CATEGORY": "category"}';
  the_school constant text := case when entitled = 'OWN_SCHOOL' then coalesce(ctx.claims() ->> 'org', '') end;
  dims text;
  shown text;
begin
  if entitled is null then return; end if;
  select string_agg(expressions ->> d.name, ', ' order by d.place) into dims
  from jsonb_array_elements_text(q -> 'by') with ordinality d(name, place);
  shown := case when entitled = 'SUPPRESSED' then $s$
    union all
    select json_build_object('dimension', f.dimension, 'value', f.value, 'children', (count(*) filter (where f.had_none))::int,
      'schools', (count(distinct f.urn) filter (where f.had_none))::int)
    from (
      select distinct on (d.dimension, d.value, s.child) d.dimension, d.value, s.urn, s.had_none
      from suspended s cross join lateral (values ('', ''), ('SCHOOL', s.urn), ('CATEGORY', s.category)) d(dimension, value)
      order by d.dimension, d.value, s.child, s.started_on, s.category, s.urn) f
    group by f.dimension, f.value $s$ else '' end;
  return query execute format($q$
    with begun as materialized (
      select l.child, l.urn, l.category, l.started_on from education.laid_suspensions($1, $2, $3) l
      where l.started_on >= $1 and not l.cancelled and l.category <> 'LUNCHTIME' and ($4 is null or l.urn = $4)),
    told as materialized (
      select s.* from (select array_agg(b.child) children, array_agg(b.started_on) days from begun b) x
      cross join lateral education.shown_of(x.children, x.days) s),
    later as materialized (
      select coalesce(o.child, e.child_id) child, p.rank, p.since, least(p.until, e.until_on) until
      from education.enrolment e
      left join access.counted_otherwise('-infinity') o on o.id = e.child_id
      cross join lateral (
        select case x.one ->> 'provision' when 'SEN_SUPPORT' then 1 when 'EHC_PLAN' then 2 end rank, greatest((x.one ->> 'from')::date, e.entry_on) since,
          lead((x.one ->> 'from')::date) over (order by x.at) until
        from jsonb_array_elements(e.sen_provisions) with ordinality x(one, at)) p
      where p.rank is not null and coalesce(o.child, e.child_id) in (select b.child from begun b)),
    suspended as materialized (
      select b.*, t.sen_provision = 'NONE' had_none, (
          select max(l.rank) from later l
          where l.child = b.child and greatest(l.since, b.started_on + 1) <= least((b.started_on + interval '1 year')::date, ctx.today())
            and (l.until is null or greatest(l.since, b.started_on + 1) < l.until)) named
      from begun b join told t on t.child = b.child and t.day = b.started_on)
    select json_build_object('key', g.key, 'children', g.children, 'withoutSen', g.had_none, 'senSupport', g.support, 'ehcPlan', g.plan)
    from (
      select array[%1$s]::text[] key, count(*)::int children, (count(*) filter (where f.had_none))::int had_none,
        (count(*) filter (where f.had_none and f.named = 1))::int support, (count(*) filter (where f.had_none and f.named = 2))::int plan
      from (
        select distinct on (%2$s s.child) s.* from suspended s order by %2$s s.child, s.started_on, s.category, s.urn) f
      group by (%1$s)) g
    %3$s
    $q$, coalesce(dims, ''), coalesce(dims || ', ', ''), shown)
  using (q ->> 'from')::date, (q ->> 'to')::date, array(select jsonb_array_elements_text(q -> 'bankHolidays')::date), the_school;
end $$;
grant execute on function education.cube_unidentified_sen(text) to {{prefix}}_education;
