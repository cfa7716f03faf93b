-- When a child died. Social care's returns say it, partnership notes it under the record's own id, and every domain is
-- told it with the decision about the child: facts are read until that day, and no row of theirs is changed by it.

create table if not exists access.death (
  child_id uuid primary key,
  died_on date not null
);
alter table access.death enable row level security;
alter table access.death force row level security;
drop policy if exists decides on access.death;
create policy decides on access.death to {{prefix}}_access using (true) with check (true);
