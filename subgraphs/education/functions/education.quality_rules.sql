-- owner: {{prefix}}_maintain
-- Marks of days on which the child was not on that school's roll: kept, in no figure, and counted here from what stands
-- now, so that a leaving date that comes later, or is put right, changes the count. The same rule as countedCodes: all of a
-- child's records tell of the school's spells, and a school known by its registers alone has no bounds. Asked by
-- access.quality alone.
create or replace function education.quality_rules() returns table (source text, rule text, message text, count bigint)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with roll as materialized (
    select e.id, w.shown as child, e.urn, e.status, e.entry_on, e.until_on
    from education.enrolment e
    join access.shown(array(select distinct child_id from education.enrolment)) w on w.held = e.child_id),
  known as materialized (
    select r.child, r.urn, range_agg(daterange(r.entry_on, r.until_on)) as days
    from roll r where r.status <> 'UNKNOWN' group by r.child, r.urn)
  select 'attendance', 'mark-outside-enrolment',
    'A school marked sessions of days on which the child was not on its roll: kept, and in no figure.', count(*)
  from education.attendance_week m
  join roll r on r.id = m.enrolment_id
  join known k on k.child = r.child and k.urn = r.urn
  cross join generate_series(0, 9) slot
  where not k.days @> daterange(m.week_beginning, m.week_beginning + 5)
    and not k.days @> m.week_beginning + slot / 2 and get_byte(m.marks, slot) <> ascii('.')
  union all
  select f.source, f.rule, f.message, f.count from education.suspension_faults() f
$$;
