-- A record its source asked to be deleted is nobody's any more: whoever was connected to it is not, for good. No feed reads
-- what other domains hold under the record's id, and no relationship leads to it again.
create or replace function access.forget(the_tier text, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not coalesce((ctx.claims() ->> 'system')::boolean, false) or not access.may_change('PARTNERSHIP', the_tier, ids) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  delete from access.relationship re where re.child_id = any (ids);
  insert into access.forgotten select unnest(ids) on conflict do nothing;
end $$;
grant execute on function access.forget(text, uuid[]) to {{prefix}}_partnership;
