-- owner: {{prefix}}_maintain
-- Notes that what is shown of who a child is was put right. Of whom nothing is held any more nothing is noted.
create or replace function partnership.note_identity() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  insert into partnership.identity_change as held (child_id, what)
    select new.child_id, s.what
    from (values
      ('NAME', (old.given, old.family, old.preferred) is distinct from (new.given, new.family, new.preferred), coalesce(new.given, new.family)),
      ('DATE_OF_BIRTH', old.date_of_birth is distinct from new.date_of_birth, new.date_of_birth::text)) s(what, changed, becomes)
    where s.changed and s.becomes is not null
  on conflict (child_id, what) do update set recorded_at = excluded.recorded_at;
  delete from partnership.identity_change held where held.child_id = new.child_id
    and case held.what when 'NAME' then coalesce(new.given, new.family) else new.date_of_birth::text end is null;
  return null;
end $$;
grant execute on function partnership.note_identity() to {{owner}};
