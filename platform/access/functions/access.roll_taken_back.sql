-- A school's roll of a child is taken back: see access.end_without_roll. At the end of the transaction, when every row of
-- the same act stands.
create or replace function access.roll_taken_back() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.end_without_roll(array[old.child_id]);
  return null;
end $$;
