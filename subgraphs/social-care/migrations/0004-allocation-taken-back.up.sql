-- An allocation that a later case list puts right (its first day, its worker) or takes back is held no longer: until now
-- the old row stayed, and kept the child on a caseload without end.
grant delete on social_care.allocation to {{prefix}}_social_care;

-- When a case list last named it: only what an earlier list said can be put right by this one.
alter table social_care.allocation add column received timestamptz not null default '-infinity';
alter table social_care.allocation alter column received set default now();
