drop function access.read_events(text, text, text, xid8, bigint, int), access.emit(text, text, uuid[]);
drop table access.event_grant;
drop function access.furnish(name, text), access.reference(regclass, text, text),
  access.secure(regclass, text, text, text, text, text);
