-- The history of what a domain learnt of a child and when, of facts whose tables hold the present alone: one row a change,
-- written by a trigger of those tables (access.note_fact) with the change itself, whichever way it comes. Nobody else writes
-- it. Called by the schema's owner.
create or replace function access.keep_history(the_schema name, holder text, tier text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $$
begin
  execute format('create table %I.fact_history (id bigint generated always as identity primary key, child_id uuid not null,
    fact text not null, fact_key text not null, was jsonb, became jsonb, recorded_at timestamptz not null default now(), recorded_by text,
    check (was is not null or became is not null))', the_schema);
  execute format('create index on %I.fact_history (child_id)', the_schema);
  perform access.secure(format('%I.fact_history', the_schema)::regclass, holder, holder, tier, 'select');
  execute format('create policy notes on %I.fact_history for insert to {{prefix}}_maintain with check (true)', the_schema);
  execute format('grant insert on %I.fact_history to {{prefix}}_maintain', the_schema);
end $$;
