-- A name that a source puts right, or a record that is emptied, is counted no longer as it was: a rare name would stay as
-- common as its slips. A name that no record has is no row.
delete from partnership.name_count where n <= 0;
grant delete on partnership.name_count to {{prefix}}_maintain;

reset role;
drop function partnership.count_names(text[], text[]);
set local role {{owner}};

create function partnership.count_names(kinds text[], names text[], changes int[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  if not coalesce((ctx.claims() ->> 'system')::boolean and ctx.claims() -> 'operations' ? 'PARTNERSHIP:resolve', false) then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  update partnership.name_count h set n = h.n + x.change
    from unnest(kinds, names, changes) x(kind, name, change) where h.kind = x.kind and h.name = x.name;
  insert into partnership.name_count (kind, name, n)
    select x.kind, x.name, x.change from unnest(kinds, names, changes) x(kind, name, change) where x.change > 0
  on conflict (kind, name) do nothing;
  delete from partnership.name_count h using unnest(kinds, names) x(kind, name)
    where h.kind = x.kind and h.name = x.name and h.n <= 0;
end $$;

reset role;
alter function partnership.count_names(text[], text[], int[]) owner to {{prefix}}_maintain;
revoke execute on function partnership.count_names(text[], text[], int[]) from public;
grant execute on function partnership.count_names(text[], text[], int[]) to {{prefix}}_partnership;
set local role {{owner}};
