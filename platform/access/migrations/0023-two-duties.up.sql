-- The virtual school's duty to a child had no end. In its place stand relationships that end with the care or the plan they
-- follow from; they are written as the virtual school hears of every child anew. Until then it sees nobody.
alter table access.relationship no force row level security;
delete from access.relationship where basis = 'VIRTUAL_SCHOOL_DUTY';
alter table access.relationship force row level security;
delete from access.basis where basis = 'VIRTUAL_SCHOOL_DUTY';
