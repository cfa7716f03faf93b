-- owner: {{prefix}}_maintain
-- Counts names of records as they come, are put right and go: a rare name would otherwise stay as common as its slips. A
-- name that no record has is no row. For the matcher alone.
create or replace function partnership.count_names(kinds text[], names text[], changes int[]) returns void
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
grant execute on function partnership.count_names(text[], text[], int[]) to {{prefix}}_partnership;
