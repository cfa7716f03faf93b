drop function access.explain(uuid[]);
alter table access.rule drop column because;
