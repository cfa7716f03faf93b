-- What changed of what the partnership itself holds of a child, beside what the domains tell (docs/decisions/0081).

alter table partnership.change
  -- The school whose team alone is told of it; null where the tier is enough.
  add column team_urn text;

do $$
declare
  the_tier text;
begin
  foreach the_tier in array array['T1', 'T3'] loop
    perform access.secure('partnership.change', 'PARTNERSHIP', 'PARTNERSHIP', the_tier, 'select, insert, update, delete',
      format('domain = %L and tier = %L', 'PARTNERSHIP', the_tier));
    perform access.secure_facets('partnership.change', 'PARTNERSHIP', 'PARTNERSHIP', the_tier, 'facet', '{HISTORY}',
      format('domain = %L and tier = %L', 'PARTNERSHIP', the_tier));
  end loop;
end $$;

-- An agenda is its own team's, and so is what changed of it. The system that keeps the copy belongs to none.
create policy own_team on partnership.change as restrictive for select to {{prefix}}_partnership
  using (team_urn is null or partnership.belongs(team_urn) or (select ctx.system_does('PARTNERSHIP:keep-changes:WRITE')));
alter policy own_team on partnership.agenda_item
  using (partnership.belongs(school_urn) or (select ctx.system_does('PARTNERSHIP:own-changes')));
alter policy own_team on partnership.agenda_item_change
  using (partnership.belongs(school_urn) or (select ctx.system_does('PARTNERSHIP:own-changes')));

-- When what is shown of who a child is was last put right. Not what it was: a former name is kept with its source's own record,
-- for those who review matches, and what it is now is the child's.
create table partnership.identity_change (
  child_id uuid not null references partnership.child,
  what text not null check (what in ('NAME', 'DATE_OF_BIRTH')),
  recorded_at timestamptz not null default now(),
  primary key (child_id, what)
);
select access.secure('partnership.identity_change', 'PARTNERSHIP', 'PARTNERSHIP', 'T1', 'select');
create policy notes on partnership.identity_change to {{prefix}}_maintain using (true) with check (true);
grant insert, update, delete on partnership.identity_change to {{prefix}}_maintain;

-- A child who is new here is no change of who they are.
create trigger note_identity after update on partnership.child for each row
  when ((old.given, old.family, old.preferred, old.date_of_birth) is distinct from (new.given, new.family, new.preferred, new.date_of_birth))
  execute function partnership.note_identity();
