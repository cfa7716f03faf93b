-- owner: {{prefix}}_maintain
-- The children that keys of other kinds belong to, for access.open, which permits and audits them before any row is read: a
-- number by its keyed hash, an agenda item, an agreed action, a school's agenda or agreed actions on a day; a review leads to
-- its record and its candidates, the queue's next page ('limit|after') to those of its reviews; a notice by its id, and a page
-- of the caller's own notices by the place of each; a school and days to those on its roll of whom something needs attention
-- then; a school to those on its roll with whom somebody of another domain than education works; the pack of a meeting
-- ({school, items, …}) to the children of those of the items that stand open on that school's agenda.
create or replace function partnership.subjects(kind text, ids text[]) returns table (id text, child_id uuid)
language sql stable security definer set search_path = pg_catalog, pg_temp as $$
  select i.value_hash, i.child_id from partnership.identifier i where kind = 'identifier' and i.value_hash = any (ids)
  union all
  select a.id::text, a.child_id from partnership.agenda_item a
  where kind = 'agenda-item' and a.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
  union all
  select a.id::text, a.child_id from partnership.agreed_action a
  where kind = 'agreed-action' and a.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
  union all
  select page, a.child_id from unnest(ids) page cross join partnership.agenda_of_school(page) a where kind = 'agenda-of-school'
  union all
  select page, a.child_id from unnest(ids) page cross join partnership.actions_of_school(page) a where kind = 'actions-of-school'
  union all
  select pack, a.child_id from unnest(case when kind = 'meeting-pack' then ids end) pack
  join partnership.agenda_item a on a.school_urn = pack::jsonb ->> 'school' and a.closed_at is null
    and pack::jsonb -> 'items' ? a.id::text
  union all
  select n.id::text, n.child_id from partnership.notice n
  where subjects.kind = 'notice' and n.id = any (array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
  union all
  select p.place, p.child_id from unnest(ids) page cross join partnership.own_notices(page) p where kind = 'own-notices'
  union all
  select page, p.child_id from unnest(ids) page cross join partnership.attention_of_school(page) p
  where kind = 'attention-of-school'
  union all
  select urn, p.child_id from unnest(ids) urn cross join partnership.team_of_school(urn) p where kind = 'team-of-school'
  union all
  select w.id::text, b.child_id from (
      select r.id from partnership.match_review r where subjects.kind = 'match-review' and r.id = any (
        array(select i::uuid from unnest(ids) i where i ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'))
      union all select p.id from unnest(ids) page cross join partnership.page_of_reviews(page) p where kind = 'open-match-reviews') w
    cross join lateral (
      select r.child_id from partnership.match_review r where r.id = w.id
      union all select c.child_id from partnership.match_candidate c where c.review_id = w.id) b
$$;
grant execute on function partnership.subjects(text, text[]) to {{prefix}}_access;
