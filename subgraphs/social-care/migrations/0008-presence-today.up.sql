-- That a social worker works with a child is told of today: that one did, or will, is the past's and stands under HISTORY as
-- every other fact of it. Nobody is told it who may know of the presence alone; who may see the past has the statuses.
select access.secure_facets('social_care.social_worker_presence', 'SOCIAL_CARE', 'SOCIAL_CARE', 'EXISTENCE',
  $$case when held_from <= (select ctx.today()) and coalesce(held_until > (select ctx.today()), true) then null else 'HISTORY' end$$,
  '{HISTORY}');
