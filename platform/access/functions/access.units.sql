-- The numbers of the audit rows that this transaction is said to have written. Only a hint: anybody who holds the
-- connection may write the setting, so what asks this looks at the rows. What is no list of numbers is none.
create or replace function access.units() returns bigint[]
language plpgsql stable as $$
declare
  hint constant text := current_setting('hub.units', true);
begin
  return case when hint ~ '^\{[0-9]{1,18}(,[0-9]{1,18})*\}$' then hint::bigint[] else '{}' end;
end $$;
