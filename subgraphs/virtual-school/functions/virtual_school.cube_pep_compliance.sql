-- owner: {{prefix}}_maintain
-- True figures of the Personal Education Plans of one term: of how many children a plan was to be made that was still owed on
-- the day it was due, or is today where that is to come; of how many it is completed, with what judgement; of how many it
-- is overdue. A child is counted once. `question` names the term and today's; nothing is counted of a term before the
-- first that any file tells of. What is written of a plan to be made is what standing-plan.ts takes.
create or replace function virtual_school.cube_pep_compliance(question text) returns setof json
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  entitled constant text := ctx.entitled('VIRTUAL_SCHOOL', 'pep_compliance', question);
  the_term constant text := question::jsonb ->> 'term';
  today constant date := ctx.today();
begin
  if entitled is null then return; end if;
  return query
    with to_make as materialized (
      select m.* from virtual_school.pep_to_make m
      where m.term = the_term and m.made_from <= today
        and the_term collate "C" >= least(question::jsonb ->> 'current', virtual_school.peps_told_from())),
    keys as materialized (select k.asked, k.held from access.linked(array(select m.child_id from to_make m)) k),
    owed as (
      select m.made_until, w.completed_on, w.quality,
        -- A statute is not put off by a file.
        case when m.initiate_by is null then coalesce(w.due_on, m.due_on) else least(w.due_on, m.due_on) end due_on
      from to_make m
      left join lateral (
        select f.* from (
          select distinct on (p.term) p.term, p.due_on, p.completed_on, p.quality
          from keys k join virtual_school.pep p on p.child_id = k.held and p.term in (m.term, m.begun_term)
          where k.asked = m.child_id
          order by p.term, p.completed_on desc nulls last, coalesce(p.quality, '') collate "C" desc, p.due_on desc) f
        where m.initiate_by is null or coalesce(f.completed_on, f.due_on) >= m.made_from
        order by f.term = m.term desc limit 1) w on true),
    eligible as (select o.* from owed o where o.made_until > least(o.due_on, today))
    select json_build_object(
      'told', the_term collate "C" >= least(question::jsonb ->> 'current', virtual_school.peps_told_from()),
      'eligible', count(*)::int,
      'completed', count(e.completed_on)::int,
      'overdue', (count(*) filter (where e.completed_on is null and e.due_on < today and e.made_until > today))::int,
      'red', (count(e.completed_on) filter (where e.quality = 'RED'))::int,
      'amber', (count(e.completed_on) filter (where e.quality = 'AMBER'))::int,
      'green', (count(e.completed_on) filter (where e.quality = 'GREEN'))::int,
      'unjudged', (count(e.completed_on) filter (where e.quality is null))::int)
    from eligible e;
end $$;
grant execute on function virtual_school.cube_pep_compliance(text) to {{prefix}}_virtual_school;
