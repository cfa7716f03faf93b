drop function access.join_team(text, text, timestamptz, timestamptz), access.relate(text, text, jsonb),
  access.restricted(text, text, uuid), access.holds(text, text, uuid, text, text),
  access.may_change(text, text, uuid[]), access.open(text, text, jsonb),
  access.decide_person(jsonb, text[], jsonb), access.decide_system(jsonb, jsonb), access.children_of(jsonb, text[], jsonb, name);
drop table access.audit;
drop function access.append_only();
drop sequence access.audit_seq;
