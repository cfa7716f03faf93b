-- Who must be told of what happens to a child: a fact of a domain's, kept once for each duty it is told to. A copy, under
-- that domain's own sensitivity, and of it for those alone who have the duty (docs/decisions/0063).

create table partnership.notice (
  id uuid primary key default gen_random_uuid(),
  -- The record's id that the fact is of: it does not change with what is linked.
  child_id uuid not null,
  -- Whose fact it is, and that domain's own key of it.
  domain text not null,
  fact_key text not null,
  -- As what somebody is told: the facet that opens it.
  told_as text not null,
  kind text not null,
  happened_on date not null,
  -- The one organisation it is for; null for all who have the duty.
  organisation text,
  fact text not null,
  raised_at timestamptz not null,
  -- When its domain took the fact back that somebody had read of.
  taken_back_at timestamptz,
  unique (domain, fact_key, told_as)
);
create index notice_child on partnership.notice (child_id);

do $$
declare
  facets constant text[] := '{TOLD_AS_SOCIAL_WORKER,TOLD_AS_VIRTUAL_SCHOOL_HEAD,TOLD_AS_VIRTUAL_SCHOOL_ADVISER,TOLD_AS_SCHOOL}';
  of record;
begin
  for of in select * from (values ('EDUCATION', 'T2'), ('HEALTH', 'T3'), ('SOCIAL_CARE', 'T3')) d(about, tier) loop
    perform access.secure('partnership.notice', 'PARTNERSHIP', of.about, of.tier, 'select, insert, update, delete',
      format('domain = %L', of.about));
    perform access.secure_facets('partnership.notice', 'PARTNERSHIP', of.about, of.tier, 'told_as', facets,
      format('domain = %L', of.about));
  end loop;
end $$;

-- A notice for one organisation is for it alone; and no person raises one, or takes one back.
create policy its_own on partnership.notice as restrictive for select to {{prefix}}_partnership
  using (organisation is null or organisation = (select ctx.claims() ->> 'org')
    or (select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')));
create policy systems_add on partnership.notice as restrictive for insert to {{prefix}}_partnership
  with check ((select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')));
create policy systems_change on partnership.notice as restrictive for update to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')));
create policy systems_remove on partnership.notice as restrictive for delete to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')));

-- That it was read, and that the risk was considered: one row each time it was said, by one organisation's staff for the duty.
create table partnership.notice_mark (
  notice_id uuid not null references partnership.notice on delete cascade,
  organisation text not null,
  -- From 2: a notice that nobody has read yet is the first version.
  version int not null check (version > 1),
  child_id uuid not null,
  read_at timestamptz not null,
  risk_considered text,
  actor text not null,
  actor_name text not null,
  actor_role text not null,
  primary key (notice_id, organisation, version)
);
create index notice_mark_child on partnership.notice_mark (child_id);
select access.secure('partnership.notice_mark', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', 'select, insert');

-- Whoever is shown the notice sees what their own organisation said of it, and says it for that organisation. Whether anything
-- was said at all, the system that keeps the notices sees of those it was opened for.
create policy of_own_notice on partnership.notice_mark as restrictive to {{prefix}}_partnership
  using ((organisation = (select ctx.claims() ->> 'org') or (select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')))
    and exists (select from partnership.notice n where n.id = notice_id))
  with check (organisation = (select ctx.claims() ->> 'org')
    and exists (select from partnership.notice n where n.id = notice_id and n.child_id = notice_mark.child_id));
