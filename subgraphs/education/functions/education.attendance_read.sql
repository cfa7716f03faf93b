-- owner: {{prefix}}_maintain
-- The sessions at one school between two days, both inclusive, of children of whom other schools have sessions at the same time: by some
-- of their records, a row a child. Their weeks are read. A session counts once, at the school whose mark prevails: attended,
-- authorised, unauthorised, then what was not possible; between equals the main school's, then the lower URN. A mark counts on
-- days on its school's roll, as all of the child's records tell. A record that its source deleted is nobody's.
create or replace function education.attendance_read(the_urn text, the_from date, the_to date, records uuid[])
returns table (attended int, absent int)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  codes constant text[] := education.counted_letters();
  children constant uuid[] := array(select distinct s.shown from access.shown(records) s);
  gone constant uuid[] := array(select access.gone(array(select k.held from access.linked(children) k)));
begin
  return query
    with roll as materialized (
      select e.id, k.asked child, e.urn, e.status in ('CURRENT', 'CURRENT_MAIN') main, e.entry_on, e.until_on,
        coalesce(range_agg(daterange(e.entry_on, e.until_on)) filter (where e.status <> 'UNKNOWN') over (partition by k.asked, e.urn),
          datemultirange(daterange(null, null))) held
      from access.linked(children) k
      join education.enrolment e on e.child_id = k.held
      where k.held <> all (gone)),
    mark as materialized (
      select r.child, r.urn, w.week_beginning + slot / 2 as day, slot % 2 half, chr(get_byte(w.marks, slot)) code
      from roll r
      join education.attendance_week w on w.enrolment_id = r.id and w.week_beginning > the_from - 7 and w.week_beginning <= the_to
      cross join generate_series(0, 9) slot
      where get_byte(w.marks, slot) <> ascii('.') and w.week_beginning + slot / 2 between the_from and the_to
        and r.held @> w.week_beginning + slot / 2),
    session as (
      select distinct on (m.child, m.day, m.half) m.child, m.urn, m.code
      from mark m
      order by m.child, m.day, m.half,
        case when strpos(codes[1], m.code) > 0 then 1 when strpos(codes[2], m.code) > 0 then 2
          when strpos(codes[3], m.code) > 0 then 3 when m.code in ('#', 'Z') then 5 else 4 end,
        not exists (
          select from roll r where r.child = m.child and r.urn = m.urn and r.main and r.entry_on <= m.day
            and (r.until_on is null or m.day < r.until_on)), m.urn)
    select count(*) filter (where strpos(codes[1], s.code) > 0)::int, count(*) filter (where strpos(codes[2] || codes[3], s.code) > 0)::int
    from session s where s.urn = the_urn group by s.child;
end $$;
