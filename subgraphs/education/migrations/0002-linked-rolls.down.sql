alter table education.enrolment drop column recorded_at;
