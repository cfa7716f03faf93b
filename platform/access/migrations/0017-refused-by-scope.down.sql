-- The column stays: what was written of refusals is kept, like everything of the audit.
drop function access.note_refused(text, text, text, text[], text, int);
drop index access.audit_refused;
