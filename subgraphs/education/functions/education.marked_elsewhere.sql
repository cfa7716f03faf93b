-- owner: {{prefix}}_maintain
-- Which of these records of a school's pupils are of a child of whom another school has a session as well that is attended or absent
-- there and here, in these school years, by the Mondays they begin on: a session that is not so at both counts where it is so.
create or replace function education.marked_elsewhere(the_urn text, records uuid[], first_weeks date[]) returns uuid[]
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  children constant uuid[] := array(select distinct s.shown from access.shown(records) s);
  twice constant uuid[] := array(
    select g.child from (
      select k.asked child,
        bit_or(y.attended | y.absent) filter (where e.urn = the_urn) & bit_or(y.attended | y.absent) filter (where e.urn <> the_urn) both_have
      from access.linked(children) k
      join education.enrolment e on e.child_id = k.held
      join education.attendance_year y on y.enrolment_id = e.id and y.first_week = any (first_weeks)
      group by k.asked, y.first_week) g
    where g.both_have <> 0::bit(530));
begin
  return array(select s.held from access.shown(records) s where exists (select from unnest(twice) t where t = s.shown));
end $$;
