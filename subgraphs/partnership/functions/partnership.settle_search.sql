-- New search entries wait in a list that every search would read: this empties it, with each batch.
create or replace function partnership.settle_search() returns void
language sql security definer set search_path = pg_catalog, pg_temp as $$
  select gin_clean_pending_list('partnership.search_entry_in_area')
$$;
grant execute on function partnership.settle_search() to {{prefix}}_partnership;
