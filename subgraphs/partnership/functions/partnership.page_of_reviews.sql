-- owner: {{prefix}}_maintain
-- The reviews of the queue's next page ('limit|after'), eldest first.
create or replace function partnership.page_of_reviews(page text) returns table (id uuid)
language sql stable set search_path = pg_catalog, pg_temp as $$
  select r.id from partnership.match_review r
  where r.state = 'OPEN' and page ~ '^[0-9]{1,3}\|([0-9a-f-]{36})?$'
    -- Nobody is shown these: a page must not be filled with them.
    and not exists (select from access.unlinkable(array(
      select r.child_id union all select c.child_id from partnership.match_candidate c where c.review_id = r.id)))
    and (split_part(page, '|', 2) = '' or (r.raised_at, r.id) >
      (select a.raised_at, a.id from partnership.match_review a where a.id::text = split_part(page, '|', 2)))
  order by r.raised_at, r.id limit (case when page ~ '^[0-9]{1,3}\|' then split_part(page, '|', 1) end)::int
$$;
