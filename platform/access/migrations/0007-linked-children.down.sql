-- What was replaced stays as it is: where nothing is linked it answers as before.
drop function access.link(text, jsonb),
  access.disclosures_while_linked(uuid[], uuid[], timestamptz, timestamptz), access.unlinkable(uuid[]);
drop index access.audit_at;
