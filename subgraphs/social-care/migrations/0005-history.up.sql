-- What was, and is no more, is seen by those with the facet HISTORY alone: statuses, workers and plans of other days than
-- this, and what each year's return said.
select access.secure_facets('social_care.status_interval', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3',
  $$case when held_from <= (select ctx.today()) and coalesce(held_until > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');
select access.secure_facets('social_care.allocation', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3',
  $$case when held_from <= (select ctx.today()) and coalesce(held_until > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');
select access.secure_facets('social_care.care_plan', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3',
  $$case when started_on <= (select ctx.today()) and coalesce(ended_on > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');
select access.secure_facets('social_care.yearly_return', 'SOCIAL_CARE', 'SOCIAL_CARE', 'T3', $$'HISTORY'$$, '{HISTORY}');
