-- owner: {{prefix}}_maintain
-- How much a domain keeps of other domains' facts, what is worked out from them included: a domain that keeps any says so by
-- a function {schema}.kept_counts(), owned by {{prefix}}_maintain, which names no child. It is asked here alone, and each
-- asking is written down.
create or replace function access.kept(the_schema name) returns table (children bigint, "rows" bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.audit_operator(upper(the_schema), 'check.kept');
  if to_regprocedure(format('%I.kept_counts()', the_schema)) is not null then
    return query execute format('select k.children, k.rows from %I.kept_counts() k', the_schema);
  end if;
end $$;
