-- Refuses a system what its key is not for: each operation must be one of the key's, and no batch names more than a
-- thousand keys.
create or replace function access.confine_system(c jsonb, holders text[], acts text[], operations text[], key_sets int[],
  sets_of_keys int[]) returns void
language plpgsql stable as $$
begin
  if exists (select from unnest(holders, acts, operations) r(holder, act, operation)
      where not (c -> 'operations') ? concat_ws(':', r.holder, r.operation, case when r.act = 'WRITE' then 'WRITE' end))
    or exists (select from unnest(sets_of_keys) k(of_set) where k.of_set = any (key_sets) group by k.of_set having count(*) > 1000) then
    raise exception 'not an operation of this system' using errcode = '42501';
  end if;
end $$;
