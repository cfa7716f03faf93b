-- Leaves behind where this transaction's audit rows are found, beside those it has already, and under which ids the rows
-- of every child it was opened for stand. `ids` are the children of the new rows.
create or replace function access.found_at(seqs bigint[], ids uuid[]) returns void
language plpgsql as $$
declare
  hint constant text := coalesce(current_setting('hub.units', true), '');
begin
  if hint ~ '^\{[0-9]{1,18}(,[0-9]{1,18})*\}$' then
    -- Opened again in the same transaction: what was permitted before stays so.
    perform set_config('hub.units', (hint::bigint[] || seqs)::text, true), set_config('hub.reopened', 'yes', true);
    ids := access.opened();
  else
    perform set_config('hub.units', seqs::text, true);
  end if;
  perform access.leave_links(ids);
end $$;
