-- owner: {{prefix}}_maintain
-- Keeps the sessions of a school year side by side, in the statement that writes the weeks: whoever writes marks cannot leave it out.
-- The sessions of the weeks that were written are taken out of what was kept, and put in as they are now.
create or replace function education.keep_attendance_year() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  letters constant text[] := education.counted_letters();
begin
  merge into education.attendance_year held
  using (
    select w.enrolment_id, w.child_id, p.first_week, bit_or(p.written >> p.at) written,
      bit_or(education.sessions_among(w.marks, letters[1])::bit(530) >> p.at) attended,
      bit_or(education.sessions_among(w.marks, letters[2] || letters[3])::bit(530) >> p.at) absent,
      coalesce(bit_or(education.sessions_among(w.marks, letters[3])::bit(530) >> p.at) filter (where p.counts), 0::bit(530)) unauthorised,
      coalesce(bit_or(education.sessions_among(w.marks, 'I')::bit(530) >> p.at) filter (where p.counts), 0::bit(530)) ill,
      coalesce(bit_or(education.sessions_among(w.marks, 'N')::bit(530) >> p.at) filter (where p.counts), 0::bit(530)) unexplained
    from written_weeks w
    cross join lateral (select education.first_week_of(w.week_beginning) first_week) y
    cross join lateral (
      select y.first_week, (~ 0::bit(10))::bit(530) written, education.sessions_before(w.week_beginning, y.first_week) at,
        -- In most weeks nothing counts towards a threshold.
        convert_from(w.marks, 'LATIN1') ~ ('[I' || letters[3] || ']') counts) p
    group by w.enrolment_id, w.child_id, p.first_week) said
  on held.enrolment_id = said.enrolment_id and held.first_week = said.first_week
  when matched then update set child_id = said.child_id,
    attended = (held.attended & ~ said.written) | said.attended, absent = (held.absent & ~ said.written) | said.absent,
    unauthorised = (held.unauthorised & ~ said.written) | said.unauthorised, ill = (held.ill & ~ said.written) | said.ill,
    unexplained = (held.unexplained & ~ said.written) | said.unexplained
  when not matched then insert (enrolment_id, child_id, first_week, attended, absent, unauthorised, ill, unexplained)
    values (said.enrolment_id, said.child_id, said.first_week, said.attended, said.absent, said.unauthorised, said.ill, said.unexplained);
  return null;
end $$;
grant execute on function education.keep_attendance_year() to {{prefix}}_education_owner;
