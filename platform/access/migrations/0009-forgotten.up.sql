-- What a source asked to be deleted stays with nobody: no feed reads what other domains hold under the record's id,
-- and no relationship leads to it again, whichever fact it would follow from.
create table if not exists access.forgotten (child_id uuid primary key);
alter table access.forgotten enable row level security;
alter table access.forgotten force row level security;
drop policy if exists decides on access.forgotten;
create policy decides on access.forgotten to {{prefix}}_access using (true) with check (true);
