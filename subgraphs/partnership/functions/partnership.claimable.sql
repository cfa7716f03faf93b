-- owner: {{prefix}}_maintain
-- The child who is known by a number and, in one of its records, has this date of birth; none where several children
-- are known by the number. `asked` are those who are, as they are shown.
create or replace function partnership.claimable(number_hash text, born date, out asked uuid[], out child uuid)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  asked := array(select distinct w.shown from access.shown(array(
    select i.child_id from partnership.identifier i where i.value_hash = number_hash)) w);
  select asked[1] into child
    where exists (select from access.linked(asked) k join partnership.source_record r on r.child_id = k.held
        where r.date_of_birth = born and r.deleted_on is null)
      and cardinality(asked) = 1;
end $$;
grant execute on function partnership.claimable(text, date) to {{prefix}}_access;
