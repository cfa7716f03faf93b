-- owner: {{prefix}}_maintain
-- What stands in a domain now that a data manager should know of: a domain that has such rules says so by a function
-- {schema}.quality_rules(), owned by {{prefix}}_maintain, which counts and names no child. It is asked here alone, and each
-- asking is written down.
create or replace function access.quality(the_schema name) returns table (source text, rule text, message text, count bigint)
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
begin
  perform access.audit_operator(upper(the_schema), 'check.quality');
  if to_regprocedure(format('%I.quality_rules()', the_schema)) is not null then
    return query execute format('select q.source, q.rule, q.message, q.count from %I.quality_rules() q order by q.source, q.rule', the_schema);
  end if;
end $$;
