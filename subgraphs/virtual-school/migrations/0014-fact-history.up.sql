-- What was learnt and when of Personal Education Plans, kept from now on: the table itself holds what stands
-- (docs/decisions/0076).
select access.keep_history('virtual_school', 'VIRTUAL_SCHOOL', 'T2');

create trigger note_plan after insert or update or delete on virtual_school.pep
  for each row execute function access.note_fact('PEP', 'term', 'term,due_on,completed_on,signed_off_on,quality');
