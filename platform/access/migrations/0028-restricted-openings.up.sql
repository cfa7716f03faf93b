-- A restriction that begins, or comes with a record that is linked, ends what the agenda of a team around a school had opened
-- of the child: the school's safeguarding lead decides again.
create trigger restriction_begun after insert or update on access.restriction
  for each row execute function access.restriction_begun();

-- At the end of the transaction, when every row of the same act stands.
create constraint trigger joined after insert on access.child_alias deferrable initially deferred
  for each row execute function access.joined();
