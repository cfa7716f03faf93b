-- owner: {{prefix}}_maintain
-- How common these names are among the records: to share a rare one says more. For the matcher, and for a reviewer, whose
-- separation has records decided again.
create or replace function partnership.name_counts(kinds text[], names text[]) returns table (kind text, name text, n int)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- A reviewer's separation has records decided again.
  if not coalesce((ctx.claims() ->> 'system')::boolean and ctx.claims() -> 'operations' ? 'PARTNERSHIP:resolve', false)
    and (ctx.claims() ->> 'role', ctx.claims() ->> 'purpose') is distinct from ('match-reviewer', 'MATCHING') then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  return query select h.kind, h.name, h.n from unnest(kinds, names) x(kind, name)
    join partnership.name_count h on h.kind = x.kind and h.name = x.name;
end $$;
grant execute on function partnership.name_counts(text[], text[]) to {{prefix}}_partnership;
