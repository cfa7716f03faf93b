-- Of a school year's sessions, those that count towards a threshold of attendance: absent without authority, ill, and with no reason
-- given yet, which is one of the first. education.page_of looks for whoever may have come to one in them, in place of their weeks.
alter table education.attendance_year
  add column unauthorised bit(530) not null default 0::bit(530),
  add column ill bit(530) not null default 0::bit(530),
  add column unexplained bit(530) not null default 0::bit(530);

-- What is held already is kept too. Letters as they are today: what they mean does not change.
alter table education.attendance_week no force row level security;
alter table education.attendance_year no force row level security;
update education.attendance_year y
  set unauthorised = m.unauthorised, ill = m.ill, unexplained = m.unexplained
  from (
    select s.enrolment_id, s.first_week,
      bit_or(case when strpos('GNOU', s.letter) > 0 then s.session else 0::bit(530) end) unauthorised,
      bit_or(case when s.letter = 'I' then s.session else 0::bit(530) end) ill,
      bit_or(case when s.letter = 'N' then s.session else 0::bit(530) end) unexplained
    from (
      select w.enrolment_id, f.first_week, chr(get_byte(w.marks, slot)) letter,
        1::bit::bit(530) >> ((w.week_beginning - f.first_week) / 7 * 10 + slot) session
      from education.attendance_week w
      cross join lateral (
        select (date_trunc('year', w.week_beginning + 4 - interval '8 months') + interval '8 months')::date begins) y
      cross join lateral (select y.begins + 2 - (extract(isodow from y.begins + 2)::int - 1) first_week) f
      cross join generate_series(0, 9) slot
      where encode(w.marks, 'escape') ~ '[GNOUI]') s
    group by s.enrolment_id, s.first_week) m
  where m.enrolment_id = y.enrolment_id and m.first_week = y.first_week;
alter table education.attendance_week force row level security;
alter table education.attendance_year force row level security;

-- Said by the trigger, as the others are.
alter table education.attendance_year
  alter column unauthorised drop default, alter column ill drop default, alter column unexplained drop default;
drop index education.attendance_week_absence;
