-- owner: {{prefix}}_maintain
-- The term of the first Personal Education Plan that any file tells of; null where none does. It tells of no child. Terms as
-- they are written come in the order of their letters.
create or replace function virtual_school.peps_told_from() returns text
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select min(p.term collate "C") from virtual_school.pep p
$$;
grant execute on function virtual_school.peps_told_from() to {{prefix}}_virtual_school;
