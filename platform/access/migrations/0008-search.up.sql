-- Looking somebody up who is not yet at hand: by name, among the children the caller may see; and, for staff who take on
-- a new case, by number and date of birth, among all.

drop index access.audit_look_up;
create index audit_look_up on access.audit (actor, at) where kind in ('identifier', 'search');
