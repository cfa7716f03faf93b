-- What a rule says of itself, for access.explain.

alter table access.rule add column because text not null default '';
