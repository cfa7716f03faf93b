-- When a roll last told us this: of two records of one pupil at one school, the one told last is shown.
alter table education.enrolment add column recorded_at timestamptz not null default now();
