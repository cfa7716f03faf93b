-- The ids that children are shown by, in order, after one of them: for a system that works out anew what it keeps of whoever
-- it hears of. Ids alone, of whoever hears the partnership; written down each time.
create or replace function access.every_child(claims text, tag text, after uuid, at_most int) returns setof uuid
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
begin
  perform access.schema_heard('PARTNERSHIP', claims, tag);
  if not exists (select from access.topics_heard('PARTNERSHIP')) then
    raise exception 'not granted' using errcode = '42501';
  end if;
  perform access.note(c, 'PARTNERSHIP', row('PARTNERSHIP', 'EXISTENCE', 'READ', 'events.every-child', 'event', null, '{}', '{}', 'SYSTEM',
    array['SYSTEM'], 'system'));
  return query select p.child_id from partnership.child p
    where (after is null or p.child_id > after) and not exists (select from access.child_alias a where a.held = p.child_id and a.canonical <> a.held)
    order by p.child_id limit at_most;
end $$;
