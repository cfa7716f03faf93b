-- What was tried with a child at risk of exclusion, and what the pupil said of it, as somebody recorded it: added, never changed.
create table education.risk_review (
  id uuid primary key default gen_random_uuid(),
  child_id uuid not null,
  reviewed_on date not null,
  interventions text[] not null check (cardinality(interventions) between 1 and 20),
  -- Unedited; null where the pupil said nothing.
  pupil_words text,
  recorded_at timestamptz not null default now(),
  -- The subject of their token, their name where it says one, the role they acted in and the organisation they acted for.
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  actor_org text not null
);
create index risk_review_child on education.risk_review (child_id);
select access.secure('education.risk_review', 'EDUCATION', 'EDUCATION', 'T3', 'select, insert');

-- Whoever may record one does so in their own name.
create policy own_review on education.risk_review as restrictive for insert to {{prefix}}_education
  with check (
    actor = (select ctx.claims() ->> 'sub') and actor_role = (select ctx.claims() ->> 'role')
    and actor_org = (select ctx.claims() ->> 'org'));
