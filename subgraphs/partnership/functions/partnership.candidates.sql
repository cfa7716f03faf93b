-- owner: {{prefix}}_maintain
-- Every child that one of these keys may mean, with every record of each and which were said to be two. Whose record
-- it is is not known before it is resolved, so no permit can name these children first: a system alone may ask, and
-- the unit it asks in is then opened for the children it settles on. A key that very many records share finds nobody:
-- records of one child share others. A record is found by the key that its source gives, too, whatever it is told from
-- another by. Adopted and sealed children are marked, so that only their own system's next file finds them.
-- While the tables fill for the first time there are no statistics yet, and every key would be sought row by row: hence no
-- sequential scans.
create or replace function partnership.candidates(sources text[], source_keys text[], match_keys bigint[])
returns table (shown uuid, records jsonb, apart jsonb, closed boolean)
language plpgsql security definer set search_path = pg_catalog, pg_temp set enable_seqscan = off as $$
declare
  c constant jsonb := ctx.claims();
begin
  if not coalesce((c ->> 'system')::boolean and c -> 'operations' ? 'PARTNERSHIP:resolve', false)
    or cardinality(sources) > 500 or cardinality(match_keys) > 20000 then
    raise exception 'not a matching system' using errcode = '42501';
  end if;
  perform access.audit_operator('PARTNERSHIP', 'identity.candidates');
  return query
    with own as materialized (
      select r.child_id from unnest(sources, source_keys) k(source, source_key)
        join partnership.source_record r on r.source = k.source and r.source_key = k.source_key
      union all select r.child_id from unnest(sources, source_keys) k(source, source_key)
        join partnership.source_record r on r.source = k.source and r.number = k.source_key),
    alike as materialized (
      select distinct m.child_id from (select distinct unnest(match_keys) key) k
      cross join lateral (
        select array_agg(x.child_id) ids from (
          select n.child_id, n.sure from partnership.match_key n where n.key = k.key limit 101) x
        having count(*) <= 100 or bool_or(x.sure)) found
      cross join lateral unnest(found.ids) m(child_id)),
    found as materialized (
      select distinct w.shown from access.shown(array(select o.child_id from own o union select a.child_id from alike a)) w),
    closed as materialized (select u.id from access.unlinkable(array(select f.shown from found f)) u(id)),
    held as materialized (select k.asked, k.held from access.linked(array(select f.shown from found f)) k)
    select h.asked,
      jsonb_agg(jsonb_build_object('childId', r.child_id, 'arrival', r.arrival, 'source', r.source, 'sourceKey', r.source_key,
        'given', r.given, 'family', r.family, 'preferred', r.preferred, 'previousFamily', r.previous_family,
        'formerFamilies', (select coalesce(jsonb_agg(distinct f.family), '[]') from partnership.former_version f
          where f.child_id = r.child_id and f.source = r.source and f.source_key = r.source_key and f.family <> r.family),
        'dateOfBirth', r.date_of_birth, 'sex', r.sex, 'postcode', r.postcode, 'identifiers', r.identifiers,
        'claim', case when r.claim is not null then
          jsonb_build_object('number', r.number, 'state', r.claim, 'withheld', r.withheld) end,
        'received', r.received, 'deletedOn', r.deleted_on) order by r.arrival),
      (select coalesce(jsonb_agg(jsonb_build_array(p.child_id, p.other_id)), '[]') from partnership.kept_apart p
        where p.child_id in (select h2.held from held h2 where h2.asked = h.asked)
          or p.other_id in (select h2.held from held h2 where h2.asked = h.asked)),
      h.asked in (select cl.id from closed cl)
    from held h join partnership.source_record r on r.child_id = h.held group by h.asked;
end $$;
grant execute on function partnership.candidates(text[], text[], bigint[]) to {{prefix}}_partnership;
