-- Only a child on a school's roll can be put on the agenda of the team around that school. Where that roll is taken back,
-- or turns out to be another child's, what the agenda opened ends with it: the team does not see for 28 days a child whom
-- the school never had. A child who has left the school is another matter: that was so, and the agenda runs its course.
-- An own claim of a child goes by one of the child's numbers; once the records are parted it cannot be said whose that was.

create constraint trigger roll_taken_back after delete on access.relationship deferrable initially deferred
  for each row when (old.basis = 'SCHOOL_ROLL') execute function access.roll_taken_back();

create constraint trigger parted after delete on access.child_alias deferrable initially deferred
  for each row execute function access.parted();
