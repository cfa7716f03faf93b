revoke update (child_id) on health.waiting_list_change from {{prefix}}_health;
reset role;
drop function health.subjects(text, text[]);
set local role {{owner}};
create function health.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select e.id::text, e.child_id from health.waiting_list_entry e
  where kind = 'waiting-list-entry' and e.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
$$;
reset role;
alter function health.subjects(text, text[]) owner to {{prefix}}_maintain;
revoke execute on function health.subjects(text, text[]) from public;
grant execute on function health.subjects(text, text[]) to {{prefix}}_access;
set local role {{owner}};
