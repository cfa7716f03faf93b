-- That a child was looked after is open until the eighteenth birthday, and was until eighteen years after care began: whoever
-- keeps it hears of every child anew. What was said and is deleted by now is said anew (access.say_anew).
alter table virtual_school.event_position no force row level security;
delete from virtual_school.event_position where consumer = 'pep-duty' and domain = 'SOCIAL_CARE';
alter table virtual_school.event_position force row level security;
