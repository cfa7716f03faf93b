-- As social care's own statuses: what was, and is no more, is seen by those with the facet HISTORY alone.
select access.secure_facets('virtual_school.kept_interval', 'VIRTUAL_SCHOOL', 'SOCIAL_CARE', 'T3',
  $$case when held_from <= (select ctx.today()) and coalesce(held_until > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');
