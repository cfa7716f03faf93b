-- owner: {{prefix}}_maintain
-- True figures of one school's attendance between two days: one row. Beside them all schools of its phase of education in the
-- weeks that the days touch, by their own registers as they were counted last, and of how many schools that is. `question` names
-- the school, the days, and by what pupils are counted.
create or replace function education.cube_school_attendance(question text) returns setof json
language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp set work_mem = '32MB' set jit = off as $$
declare
  entitled constant text := ctx.entitled('EDUCATION', 'school_attendance', question);
  q constant jsonb := question::jsonb;
  the_urn constant text := q ->> 'urn';
  first_day constant date := (q ->> 'from')::date;
  last_day constant date := (q ->> 'to')::date;
  the_phase text;
begin
  if entitled is null or (entitled = 'OWN_SCHOOL' and the_urn is distinct from ctx.claims() ->> 'org') then return; end if;
  select s.phase into the_phase from education.school s where s.urn = the_urn;
  return query
    with own as (
      select a.attended, a.absent from education.attendance_at_school(the_urn, first_day, last_day, q ->> 'basis' = 'CHILD') a
      where a.attended + a.absent > 0),
    beside as (
      select count(distinct t.urn) filter (where t.possible > 0) schools, sum(t.possible) possible, sum(t.attended) attended
      from education.school_week_total t
      where t.phase = the_phase and t.week_beginning between first_day - (extract(isodow from first_day)::int - 1) and last_day)
    select json_build_object('children', count(*)::int, 'possible', coalesce(sum(o.attended + o.absent), 0)::int,
      'attended', coalesce(sum(o.attended), 0)::int,
      'persistent', (count(*) filter (where 10 * o.absent >= o.attended + o.absent))::int,
      'severe', (count(*) filter (where 2 * o.absent >= o.attended + o.absent))::int, 'phase', the_phase,
      'beside', (select json_build_object('schools', b.schools::int, 'possible', coalesce(b.possible, 0)::int, 'attended', coalesce(b.attended, 0)::int) from beside b))
    from own o;
end $$;
grant execute on function education.cube_school_attendance(text) to {{prefix}}_education;
