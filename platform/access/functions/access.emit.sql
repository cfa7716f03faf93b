-- A fact changed: kind and child, nothing else. The notice carries a sequence number only.
create or replace function access.emit(the_domain text, the_topic text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d access.domain;
  last bigint;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')
    or not exists (select from unnest(array['EXISTENCE', 'T1', 'T2', 'T3', 'T4']) tier where access.may_change(the_domain, tier, ids)) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  if cardinality(ids) = 0 then return; end if;
  execute format('with added as (insert into %I.outbox (topic, child_id) select $1, i from unnest($2) i returning seq) select max(seq) from added', d.schema_name)
    into last using the_topic, ids;
  perform pg_notify('hub_' || d.schema_name, last::text);
end $$;
