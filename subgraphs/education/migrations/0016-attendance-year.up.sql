-- The sessions of one enrolment's school year side by side, a bit a session: from the Monday of the first week whose Friday is in
-- the year, ten a week, 53 weeks. It follows from the registers, and a figure of a whole school counts it in place of them. No
-- login reads or writes it: the figure's own function does, and the trigger below.
create table education.attendance_year (
  enrolment_id uuid not null references education.enrolment on delete cascade,
  child_id uuid not null,
  first_week date not null check (extract(isodow from first_week) = 1),
  attended bit(530) not null,
  -- With authority or without.
  absent bit(530) not null check (attended & absent = 0::bit(530)),
  primary key (enrolment_id, first_week)
);
alter table education.attendance_year enable row level security;
alter table education.attendance_year force row level security;
create policy counts on education.attendance_year to {{prefix}}_maintain using (true) with check (true);
grant select, insert, update on education.attendance_year to {{prefix}}_maintain;

-- What is held already is kept too. Letters as they are today: what they mean does not change.
alter table education.attendance_week no force row level security;
alter table education.attendance_year no force row level security;
insert into education.attendance_year (enrolment_id, child_id, first_week, attended, absent)
  select s.enrolment_id, s.child_id, s.first_week,
    bit_or(case when strpos('/\LKVPWBJ', s.letter) > 0 then 1::bit::bit(530) >> s.at else 0::bit(530) end),
    bit_or(case when strpos('CabEIjMRSTHGNOU', s.letter) > 0 then 1::bit::bit(530) >> s.at else 0::bit(530) end)
  from (
    select w.enrolment_id, w.child_id, f.first_week, (w.week_beginning - f.first_week) / 7 * 10 + slot as at,
      chr(get_byte(w.marks, slot)) letter
    from education.attendance_week w
    cross join lateral (
      select (date_trunc('year', w.week_beginning + 4 - interval '8 months') + interval '8 months')::date begins) y
    cross join lateral (select y.begins + 2 - (extract(isodow from y.begins + 2)::int - 1) first_week) f
    cross join generate_series(0, 9) slot) s
  group by s.enrolment_id, s.child_id, s.first_week;
alter table education.attendance_week force row level security;
alter table education.attendance_year force row level security;

create trigger keep_attendance_year_added after insert on education.attendance_week
  referencing new table as written_weeks for each statement execute function education.keep_attendance_year();
create trigger keep_attendance_year_changed after update on education.attendance_week
  referencing new table as written_weeks for each statement execute function education.keep_attendance_year();
