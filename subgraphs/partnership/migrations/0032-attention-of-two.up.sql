-- A fact that two domains' rules are over: a plan of education that is to be made and of which no file tells follows from the
-- child being looked after, so whoever is shown it sees both social care's statuses and plans (docs/decisions/0077).
alter table partnership.attention_fact
  -- The domain whose facts the reader has to see as well, in the tier that these stand under; null where the own is enough.
  add column besides text check (besides = 'VIRTUAL_SCHOOL');

create policy besides on partnership.attention_fact as restrictive for select to {{prefix}}_partnership
  using (besides is null or child_id in (select unnest(ctx.permitted('PARTNERSHIP', 'VIRTUAL_SCHOOL', 'T2', 'READ'))));

-- That a child was looked after is history, and so is a plan that was not made then.
select access.secure_facets('partnership.attention_fact', 'PARTNERSHIP', 'SOCIAL_CARE', 'T3',
  $$case when besides is not null and stands_until <= (select ctx.today()) then 'HISTORY' else facet end$$, '{HISTORY}',
  $$domain = 'SOCIAL_CARE' and tier = 'T3'$$);
