-- Reviewers see a child while a review is about the child, and no longer. A link that a rule made, or one that was decided
-- long ago, shows the child to nobody: whoever hears that it is wrong takes the child up.
alter table access.relationship no force row level security;
delete from access.relationship re where re.basis = 'MATCH_REVIEW' and re.reference = 'link';
update access.relationship re set valid = tstzrange(lower(re.valid), greatest(lower(re.valid), ctx.now()))
  where re.basis = 'MATCH_REVIEW' and upper(re.valid) > ctx.now();
alter table access.relationship force row level security;
