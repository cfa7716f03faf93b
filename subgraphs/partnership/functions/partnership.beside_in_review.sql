-- owner: {{prefix}}_maintain
-- Whom a person is asked about together: what is shown of one beside the other tells of both.
create or replace function partnership.beside_in_review(ids uuid[]) returns setof uuid
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  with near as (
    select r.id from partnership.match_review r where r.state = 'OPEN' and r.child_id = any (ids)
    union select c.review_id from partnership.match_candidate c join partnership.match_review r on r.id = c.review_id
      where r.state = 'OPEN' and c.child_id = any (ids))
  select r.child_id from near join partnership.match_review r using (id)
  union select c.child_id from near join partnership.match_candidate c on c.review_id = near.id
$$;
grant execute on function partnership.beside_in_review(uuid[]) to {{prefix}}_access;
