-- owner: {{prefix}}_maintain
-- Notes in its schema's history that a row changed in what it tells: which fact it is, by which columns it is known among the
-- child's, and which columns tell it, as the trigger says. By whom, where it was a person; a source says so itself. A row that is
-- another child's from now on was taken back from the one and is new with the other.
create or replace function access.note_fact() returns trigger
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  before constant jsonb := to_jsonb(old);
  after constant jsonb := to_jsonb(new);
  c jsonb;
  told_by text;
  of_before text;
  of_after text;
  was jsonb;
  became jsonb;
begin
  if before is not null then
    select string_agg(before ->> k, '/' order by n) into of_before from unnest(string_to_array(tg_argv[1], ',')) with ordinality u(k, n);
    select jsonb_object_agg(k, before -> k) into was from unnest(string_to_array(tg_argv[2], ',')) k;
  end if;
  if after is not null then
    select string_agg(after ->> k, '/' order by n) into of_after from unnest(string_to_array(tg_argv[1], ',')) with ordinality u(k, n);
    select jsonb_object_agg(k, after -> k) into became from unnest(string_to_array(tg_argv[2], ',')) k;
  end if;
  if (before -> 'child_id', of_before, was) = (after -> 'child_id', of_after, became) then return null; end if;
  -- Not before it is known that something is to be noted: most of what a file tells again is as it was.
  if coalesce(current_setting('hub.claims', true), '') <> '' then c := ctx.claims(); end if;
  told_by := case when c ->> 'role' <> 'system' then c ->> 'name' end;
  if (before -> 'child_id', of_before) = (after -> 'child_id', of_after) then
    execute format('insert into %I.fact_history (child_id, fact, fact_key, was, became, recorded_by) values ($1, $2, $3, $4, $5, $6)', tg_table_schema)
      using (after ->> 'child_id')::uuid, tg_argv[0], of_after, was, became, told_by;
    return null;
  end if;
  if before is not null then
    execute format('insert into %I.fact_history (child_id, fact, fact_key, was, recorded_by) values ($1, $2, $3, $4, $5)', tg_table_schema)
      using (before ->> 'child_id')::uuid, tg_argv[0], of_before, was, told_by;
  end if;
  if after is not null then
    execute format('insert into %I.fact_history (child_id, fact, fact_key, became, recorded_by) values ($1, $2, $3, $4, $5)', tg_table_schema)
      using (after ->> 'child_id')::uuid, tg_argv[0], of_after, became, told_by;
  end if;
  return null;
end $$;
grant execute on function access.note_fact() to public;
