-- Full-time provision for a child who is suspended or excluded, as somebody recorded it by hand: appended to, never changed.
-- What was recorded last is what holds.
create table education.suspension_provision (
  id uuid primary key default gen_random_uuid(),
  -- The suspension it is for, by what tells one from another.
  child_id uuid not null,
  urn text not null,
  started_on date not null,
  category text not null,
  in_place_on date not null,
  provider text not null,
  recorded_at timestamptz not null default now(),
  -- The subject of their token, their name where it says one, the role they acted in and the organisation they acted for.
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  actor_org text not null,
  check (in_place_on >= started_on)
);
create index suspension_provision_child on education.suspension_provision (child_id, urn, started_on, category);
select access.secure('education.suspension_provision', 'EDUCATION', 'EDUCATION', 'T2', 'select, insert');

-- Whoever may record provision is permitted to write of the child: to add it for what their own organisation owes it for, and
-- nothing else. A school owes it during a suspension from it, the council during a permanent exclusion.
create policy own_duty on education.suspension_provision as restrictive for insert to {{prefix}}_education
  with check (
    actor = (select ctx.claims() ->> 'sub') and actor_org = (select ctx.claims() ->> 'org')
    and case category when 'SUSPENSION' then urn = actor_org when 'PERMANENT' then actor_org ~ '^[0-9]{3}$' else false end
    and exists (
      select from education.suspension s
      where s.child_id = suspension_provision.child_id and s.urn = suspension_provision.urn
        and s.started_on = suspension_provision.started_on and s.category = suspension_provision.category
        and s.superseded_at is null));
create policy told_by_files on education.suspension as restrictive for insert to {{prefix}}_education
  with check ((select ctx.claims() ->> 'role') = 'system');
create policy told_by_files_anew on education.suspension as restrictive for update to {{prefix}}_education
  using ((select ctx.claims() ->> 'role') = 'system');
create policy told_by_rolls on education.enrolment as restrictive for insert to {{prefix}}_education
  with check ((select ctx.claims() ->> 'role') = 'system');
create policy told_by_rolls_anew on education.enrolment as restrictive for update to {{prefix}}_education
  using ((select ctx.claims() ->> 'role') = 'system');
create policy told_by_registers on education.attendance_week as restrictive for insert to {{prefix}}_education
  with check ((select ctx.claims() ->> 'role') = 'system');
create policy told_by_registers_anew on education.attendance_week as restrictive for update to {{prefix}}_education
  using ((select ctx.claims() ->> 'role') = 'system');
