reset role;
drop function access.quality(name) cascade;
set local role {{owner}};
