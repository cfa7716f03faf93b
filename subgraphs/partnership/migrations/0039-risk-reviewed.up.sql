-- That a child's risk of exclusion was reviewed is told as its record shows it: under education's tier for what was tried (T3), and
-- until the school year of the review ends (docs/decisions/0081).
select access.secure('partnership.change', 'PARTNERSHIP', 'EDUCATION', 'T3', 'select, insert, update, delete',
  $$domain = 'EDUCATION' and tier = 'T3'$$);
select access.secure_facets('partnership.change', 'PARTNERSHIP', 'EDUCATION', 'T3',
  $$case when told_from <= (select ctx.today()) and told_until > (select ctx.today()) then facet else 'HISTORY' end$$, '{HISTORY}',
  $$domain = 'EDUCATION' and tier = 'T3'$$);
