-- access.address_is_protected asks it: it goes with that.
reset role;
drop function partnership.beside_in_review(uuid[]);
set local role {{owner}};
