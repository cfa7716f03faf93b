-- owner: {{prefix}}_maintain
-- Counts anew what changed since it was counted last, one school and academic year after another, for some time; whether
-- more is left. One counts at a time, so that versions grow in the order in which they are seen. What is to be counted is
-- taken away first and the marks are read after it: a mark that is not seen yet has left its own note. Where a school turns
-- out to have been open on other days, that is said of the children to whom it matters.
create or replace function education.count_school_weeks(codes text[]) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  stop constant timestamptz := clock_timestamp() + interval '400 milliseconds';
  the_urn text;
  begins date;
  since date;
  otherwise boolean;
begin
  if not coalesce((ctx.claims() ->> 'system')::boolean and ctx.claims() -> 'operations' ? 'EDUCATION:school-week-feed', false) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('education.school-week', 0));
  insert into education.school_week_stale (urn, week_beginning)
    select t.urn, min(t.week_beginning)
    from education.school_week_total t left join education.school s on s.urn = t.urn
    where t.phase is distinct from s.phase group by t.urn, education.year_of_week(t.week_beginning);
  loop
    select s.urn, education.year_of_week(s.week_beginning) into the_urn, begins
    from education.school_week_stale s order by s.id limit 1;
    if the_urn is null then return false; end if;
    if clock_timestamp() > stop then return true; end if;
    with taken as (
      delete from education.school_week_stale s
      where s.urn = the_urn and education.year_of_week(s.week_beginning) = begins returning s.week_beginning)
    select min(t.week_beginning) into since from taken t;
    with counted as (
      select * from education.school_year_weeks(the_urn, begins, since, codes)),
    told as (
      select c.* from counted c where c.school_days > 0
      union all
      select t.week_beginning, 0, 0, 0, 0, 0, 0, 0, 0 from education.school_week_total t
      where t.urn = the_urn and t.week_beginning >= since and education.year_of_week(t.week_beginning) = begins
        and not exists (select from counted c where c.week_beginning = t.week_beginning and c.school_days > 0)),
    kept as (
    insert into education.school_week_total as held
      select the_urn, t.week_beginning, (select s.phase from education.school s where s.urn = the_urn), t.pupils, t.possible,
        t.attended, t.authorised, t.unauthorised, t.persistent_to_date, t.severe_to_date, t.school_days,
        nextval('education.school_week_version')
      from told t
    on conflict (urn, week_beginning) do update set phase = excluded.phase, pupils = excluded.pupils,
      possible = excluded.possible, attended = excluded.attended, authorised = excluded.authorised,
      unauthorised = excluded.unauthorised, persistent_to_date = excluded.persistent_to_date,
      severe_to_date = excluded.severe_to_date, school_days = excluded.school_days, version = excluded.version
    where (held.phase, held.pupils, held.possible, held.attended, held.authorised, held.unauthorised, held.persistent_to_date,
        held.severe_to_date, held.school_days)
      is distinct from (excluded.phase, excluded.pupils, excluded.possible, excluded.attended, excluded.authorised,
        excluded.unauthorised, excluded.persistent_to_date, excluded.severe_to_date, excluded.school_days)
    returning held.week_beginning, held.school_days)
    -- The statement sees the days as they were counted before it.
    select exists (
      select from kept k left join education.school_week_total t on (t.urn, t.week_beginning) = (the_urn, k.week_beginning)
      where t.school_days is distinct from k.school_days) into otherwise;
    if otherwise then perform education.say_school_days(array[the_urn]); end if;
  end loop;
end $$;
grant execute on function education.count_school_weeks(text[]) to {{prefix}}_education;
