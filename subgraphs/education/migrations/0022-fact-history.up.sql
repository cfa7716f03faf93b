-- What was learnt and when of rolls and of provision, kept from now on: the table itself holds what stands (docs/decisions/0076).
-- Suspensions and corrections of marks have histories of their own.
select access.keep_history('education', 'EDUCATION', 'T2');

create trigger note_enrolment after insert or update or delete on education.enrolment
  for each row execute function access.note_fact('ENROLMENT', 'id', 'urn,entry_on,until_on');
create trigger note_provision after insert or update or delete on education.enrolment
  for each row execute function access.note_fact('SEN_PROVISION', 'id', 'urn,sen_provisions');
