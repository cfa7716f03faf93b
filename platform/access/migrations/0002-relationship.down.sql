drop function ctx.keys(uuid[]);
drop function ctx.grantees(), access.grantees(jsonb);
drop table access.child_alias, access.objection, access.clearance, access.restriction, access.rule, access.agreement,
  access.membership, access.relationship, access.basis, access.domain;
