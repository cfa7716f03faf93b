reset role;
drop function partnership.subjects(text, text[]);
set local role {{owner}};
