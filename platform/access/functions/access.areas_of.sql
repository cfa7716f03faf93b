-- Where children live whom this transaction may change: for the keys that are kept an area.
create or replace function access.areas_of(the_tier text, ids uuid[]) returns table (child_id uuid, area text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not exists (select from access.domain d where d.domain = 'PARTNERSHIP' and pg_has_role(session_user, d.app_role, 'MEMBER'))
    or not access.may_change('PARTNERSHIP', the_tier, ids) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  return query
    select distinct on (re.child_id) re.child_id, re.grantee from access.relationship re
    where re.child_id = any (ids) and re.basis = 'RESIDENCE' order by re.child_id, re.valid @> (select ctx.now()) desc, re.grantee;
end $$;
grant execute on function access.areas_of(text, uuid[]) to {{prefix}}_partnership;
