-- owner: {{prefix}}_maintain
-- The next page of the caller's own notices ('read|first|after': true, false or nothing for both; the id of the last of the
-- page before), the latest first: each by its place in that order. Those of the caller's own organisation count as read.
create or replace function partnership.own_notices(page text) returns table (place text, child_id uuid)
language plpgsql stable set search_path = pg_catalog, pg_temp as $$
declare
  wanted constant text := split_part(page, '|', 1);
  after_id constant text := split_part(page, '|', 3);
  own constant text := ctx.claims() ->> 'org';
begin
  if page !~ '^(true|false|)\|[0-9]{1,3}\|([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})?$' then return; end if;
  return query
    select partnership.place_of_notice(n.raised_at, n.id), n.child_id
    from access.own('{TOLD_AS_SOCIAL_WORKER,TOLD_AS_VIRTUAL_SCHOOL_HEAD,TOLD_AS_VIRTUAL_SCHOOL_ADVISER,TOLD_AS_SCHOOL}') o
    join partnership.notice n on n.child_id = o.child_id and n.domain = o.about and n.told_as = o.facet
    cross join lateral (select exists (
      select from partnership.notice_mark m where m.notice_id = n.id and m.organisation = own) marked) m
    where (n.organisation is null or n.organisation = own)
      and (wanted = '' or m.marked = (wanted = 'true'))
      and (n.taken_back_at is null or m.marked)
      and (after_id = '' or (n.raised_at, n.id) <
        (select a.raised_at, a.id from partnership.notice a where a.id::text = after_id))
    order by n.raised_at desc, n.id desc limit split_part(page, '|', 2)::int;
end $$;
