-- Back to the beginning of what social care has said, so that the relationships which now follow from statuses are written
-- of every child whose statuses are kept. What was said and is deleted by now is said anew (access.say_anew).
alter table virtual_school.event_position no force row level security;
delete from virtual_school.event_position where consumer = 'cohort-feed' and domain = 'SOCIAL_CARE';
alter table virtual_school.event_position force row level security;
