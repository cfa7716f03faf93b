-- One record, one id; a child is the ids that are linked. Rows keep the id they were written under, so a link and its
-- undoing move nothing: what changes is access.child_alias alone, and every domain sees it in the same instant.

-- What was disclosed while records were linked is looked for by time.
create index audit_at on access.audit using brin (at);
