-- What is so now, for whom what it was is not: see docs/decisions/0081.

alter table partnership.change
  -- The days on which it is told, to those alone to whom HISTORY is not open: from the first to before the other. Null of what is
  -- told on every day.
  add column told_from date,
  add column told_until date,
  add check (told_from is not null or told_until is null);

-- That something was so is the past, as soon as it is so no more.
select access.secure_facets('partnership.change', 'PARTNERSHIP', 'SOCIAL_CARE', 'T3',
  $$case when told_from <= (select ctx.today()) and coalesce(told_until > (select ctx.today()), true) then facet
    when told_from is not null then 'HISTORY' else facet end$$, '{HISTORY}',
  $$domain = 'SOCIAL_CARE' and tier = 'T3'$$);
