reset role;
drop function partnership.matching(uuid[], text[], jsonb), partnership.claimable(text, date);
set local role {{owner}};
drop table partnership.alert;
drop function partnership.settle_search();
drop table partnership.search_entry;
drop function partnership.in_area(text, bigint[]);
