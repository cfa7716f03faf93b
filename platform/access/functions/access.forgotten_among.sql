-- Which of these ids are of records that their source asked to be deleted: for whoever may change what it keeps of them, so
-- that what was said of them once goes too.
create or replace function access.forgotten_among(the_domain text, the_tier text, ids uuid[]) returns setof uuid
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not access.may_change(the_domain, the_tier, ids) then
    raise exception 'no permit for these children' using errcode = '42501';
  end if;
  return query select l.held from access.linked(ids) l join access.forgotten f on f.child_id = l.held;
end $$;
