-- What is of no child changed, and facts of these children follow from it: kind and child, nothing else. Called by a domain's
-- definer functions, which know whose those are; nobody else may. Written down as what is said anew is. For systems alone, of
-- the domain whose login they use. Answers how many events that made.
create or replace function access.emit_following(the_domain text, the_topic text, ids uuid[]) returns bigint
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  d access.domain;
  said bigint;
  last bigint;
begin
  select * into d from access.domain where domain = the_domain;
  if d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')
    or not coalesce((ctx.claims() ->> 'system')::boolean, false) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
  if cardinality(ids) = 0 then return 0; end if;
  perform access.note(ctx.claims(), the_domain, row(the_domain, 'EXISTENCE', 'WRITE', 'events.emit-following', 'event', null, '{}', '{}',
    'SYSTEM', array['SYSTEM'], 'system'));
  execute format('with added as (insert into %I.outbox (topic, child_id) select distinct $1, i from unnest($2) i returning seq)
    select count(*), max(seq) from added', d.schema_name) into said, last using the_topic, ids;
  perform pg_notify('hub_' || d.schema_name, last::text);
  return said;
end $$;
grant execute on function access.emit_following(text, text, uuid[]) to {{prefix}}_maintain;
