-- The day on which provision was in place during a suspension, as education tells it: every child's is asked for anew.
alter table virtual_school.kept_suspension add column provision_on date;
alter table virtual_school.event_position no force row level security;
delete from virtual_school.event_position where consumer = 'cohort-feed' and domain = 'EDUCATION';
alter table virtual_school.event_position force row level security;
