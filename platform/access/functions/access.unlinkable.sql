-- Whether any of these children, or one linked with it, is adopted or sealed: such a child is never joined with
-- another, nor suggested. Not for the app role: being on the list is the secret.
create or replace function access.unlinkable(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select distinct k.asked from access.linked(ids) k join access.restriction x on x.child_id = k.held
  where x.kind in ('ADOPTION', 'SEALED') and x.since <= (select ctx.today()) and (x.until is null or x.until > (select ctx.today()))
$$;
grant execute on function access.unlinkable(uuid[]) to {{prefix}}_maintain;
