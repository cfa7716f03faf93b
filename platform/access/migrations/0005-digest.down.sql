reset role;
drop function access.digest(name);
set local role {{owner}};
drop function access.audit_operator(text, text);
