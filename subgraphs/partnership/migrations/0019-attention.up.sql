-- What of a child needs attention, as each domain says by its own rules: a copy, under that domain's own sensitivity
-- (docs/decisions/0070).

create table partnership.attention_fact (
  child_id uuid not null,
  -- Whose fact it is, and that domain's own key of it among the child's.
  domain text not null,
  fact_key text not null,
  tier text not null,
  -- What it takes to see it besides the tier; null where the tier is enough.
  facet text check (facet in ('HISTORY')),
  kind text not null,
  fact text not null,
  since date not null,
  -- The days on which it needs attention: from the first, which may be to come, to before the other.
  stands_from date not null,
  stands_until date check (stands_until > stands_from),
  primary key (child_id, domain, fact_key)
);

do $$
declare
  source record;
begin
  for source in select * from (values ('EDUCATION', 'T2'), ('HEALTH', 'T3'), ('SOCIAL_CARE', 'T3'), ('VIRTUAL_SCHOOL', 'T2')) d(about, tier) loop
    perform access.secure('partnership.attention_fact', 'PARTNERSHIP', source.about, source.tier, 'select, insert, update, delete',
      format('domain = %L and tier = %L', source.about, source.tier));
    perform access.secure_facets('partnership.attention_fact', 'PARTNERSHIP', source.about, source.tier, 'facet', '{HISTORY}',
      format('domain = %L and tier = %L', source.about, source.tier));
  end loop;
end $$;

-- No person says what needs attention: the domains do.
create policy systems_add on partnership.attention_fact as restrictive for insert to {{prefix}}_partnership
  with check ((select ctx.system_does('PARTNERSHIP:keep-attention:WRITE')));
create policy systems_change on partnership.attention_fact as restrictive for update to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-attention:WRITE')));
create policy systems_remove on partnership.attention_fact as restrictive for delete to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-attention:WRITE')));
