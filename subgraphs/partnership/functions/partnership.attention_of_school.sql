-- owner: {{prefix}}_maintain
-- The children on a school's roll of whom something needs attention on days between two, both inclusive ('urn|first|last'), for
-- access.open, which decides about each of them.
create or replace function partnership.attention_of_school(page text) returns table (child_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
begin
  if page !~ '^[0-9]{6}(\|[0-9]{4}-[0-9]{2}-[0-9]{2}){2}$' then return; end if;
  return query
    select distinct f.child_id
    from access.on_roll('org:' || split_part(page, '|', 1)) r join partnership.attention_fact f on f.child_id = r.child_id
    where f.stands_from <= split_part(page, '|', 3)::date
      and (f.stands_until is null or f.stands_until > split_part(page, '|', 2)::date);
end $$;
