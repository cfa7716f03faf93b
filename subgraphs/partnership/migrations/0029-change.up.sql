-- What changed of a child, as each domain tells it from its own history: a copy, under that domain's own sensitivity
-- (docs/decisions/0076).

create table partnership.change (
  -- The record of the child that the domain holds it under: it does not change with what is linked.
  child_id uuid not null,
  -- Whose fact it is, and that domain's own key of the change among those of the record.
  domain text not null,
  change_key text not null,
  -- Follows from the key, so that a table that was emptied and filled again names each change as before.
  id uuid not null unique generated always as (md5(child_id::text || '|' || domain || '|' || change_key)::uuid) stored,
  tier text not null,
  -- What it takes to see it besides the tier; null where the tier is enough.
  facet text check (facet in ('HISTORY')),
  -- When the domain learnt it.
  at timestamptz not null,
  -- From when on it could be told here. A copy comes a moment after its fact: whoever looked in between has not seen it.
  heard_at timestamptz not null,
  what text not null,
  was text,
  became text,
  told_by text,
  primary key (child_id, domain, change_key)
);
create index change_at on partnership.change (domain, tier, at desc, id);

do $$
declare
  source record;
begin
  for source in select * from (values ('EDUCATION', 'T2'), ('HEALTH', 'T3'), ('SOCIAL_CARE', 'T3'), ('VIRTUAL_SCHOOL', 'T2'),
      ('PARTNERSHIP', 'T2'), ('PARTNERSHIP', 'T4')) d(about, tier) loop
    perform access.secure('partnership.change', 'PARTNERSHIP', source.about, source.tier, 'select, insert, update, delete',
      format('domain = %L and tier = %L', source.about, source.tier));
    perform access.secure_facets('partnership.change', 'PARTNERSHIP', source.about, source.tier, 'facet', '{HISTORY}',
      format('domain = %L and tier = %L', source.about, source.tier));
  end loop;
end $$;

-- No person says what changed: the domains do.
create policy systems_add on partnership.change as restrictive for insert to {{prefix}}_partnership
  with check ((select ctx.system_does('PARTNERSHIP:keep-changes:WRITE')));
create policy systems_change on partnership.change as restrictive for update to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-changes:WRITE')));
create policy systems_remove on partnership.change as restrictive for delete to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-changes:WRITE')));

-- When somebody last looked at what changed: a fact of theirs, of no child. In another role other things are seen, so each
-- role of a person at an organisation has a look of its own.
create table partnership.look (
  subject text not null,
  organisation text not null,
  role text not null,
  -- When the look before the last one ended; null where there was none.
  before timestamptz,
  last timestamptz not null,
  primary key (subject, organisation, role)
);
grant select, insert, update on partnership.look to {{prefix}}_partnership;
grant select on partnership.look to {{prefix}}_maintain;
alter table partnership.look enable row level security;
alter table partnership.look force row level security;
create policy maintain on partnership.look for select to {{prefix}}_maintain using (true);
create policy own on partnership.look to {{prefix}}_partnership
  using ((subject, organisation, role) = (select ctx.claims() ->> 'sub', ctx.claims() ->> 'org', ctx.claims() ->> 'role'))
  with check ((subject, organisation, role) = (select ctx.claims() ->> 'sub', ctx.claims() ->> 'org', ctx.claims() ->> 'role'));
