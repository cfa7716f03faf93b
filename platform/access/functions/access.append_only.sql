-- The audit is appended to, and never changed or emptied.
create or replace function access.append_only() returns trigger language plpgsql as $$
begin
  raise exception 'the audit is append-only' using errcode = '42501';
end $$;
