-- A provider of health services is told true figures of its own lists.
alter table access.cube_rule drop constraint cube_rule_entitled_check;
alter table access.cube_rule add constraint cube_rule_entitled_check
  check (entitled in ('WHOLE', 'OWN_SCHOOL', 'OWN_PROVIDER', 'SUPPRESSED'));
