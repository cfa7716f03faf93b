reset role;
drop function education.quality_rules();
set local role {{owner}};
