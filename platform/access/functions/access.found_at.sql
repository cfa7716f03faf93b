-- Leaves behind where this transaction's audit rows are found, beside those it has already, and under which ids the rows
-- of every child it was opened for stand. `ids` are the children of the new rows.
create or replace function access.found_at(seqs bigint[], ids uuid[]) returns void
language plpgsql as $$
declare
  before constant bigint[] := access.units();
begin
  perform set_config('hub.units', (before || seqs)::text, true);
  -- Opened again in the same transaction: what was permitted before stays so.
  perform access.leave_links(case when before = '{}' then ids else access.opened() end);
end $$;
