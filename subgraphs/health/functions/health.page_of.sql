-- owner: {{prefix}}_maintain
-- Entries of waiting lists in the list's order, the longest since received first, then the hub's own id: for access.open, which
-- decides about their children before any is told of. Of these children, or of all where null; after a place, 'date id', and
-- so many at most. The question says of which services, statuses and provider, and received by which day; all where null.
-- What an entry's row shows to nobody but its provider is another's neither here (health's rule kept_to_provider). Where what
-- is asked would tell which service a wait is for (`named`), one that is not named to the caller is not found, and so its child
-- is not opened: it would be left out of the answer, and stand in the audit. Whether a provider's staff are told a name depends
-- on what is opened, so to them it may be.
--
-- Where children are named theirs are found before any order is thought of: looked along, a list of a hundred thousand would
-- be read for the few that are theirs.
create or replace function health.page_of(kind text, question jsonb, children uuid[], after text, many int)
returns table (id text, child_id uuid, place text)
language plpgsql stable security definer set search_path = pg_catalog, pg_temp set jit = off as $$
declare
  unnamed constant boolean := (question ->> 'named')::boolean and exists (select from health.sensitive_service)
    and not exists (select from health.provider p where p.ods_code = ctx.claims() ->> 'org');
begin
  if kind <> 'waiting-list-page' then return; end if;
  return query execute format($q$
    with own as %s materialized (
      select e.id, e.child_id, e.received_on
      from health.waiting_list_entry e
      where ($1 is null or e.child_id = any ($1))
        and ($2 is null or (e.received_on, e.id) > (left($2, 10)::date, substr($2, 12)::uuid))
        and ($3 is null or e.service = any ($3)) and ($4 is null or e.status = any ($4))
        and ($5 is null or e.provider_ods = $5) and ($6 is null or e.received_on <= $6)
        and e.status <> 'ENTERED_IN_ERROR'
        and (not e.confidential or e.provider_ods = $7 or e.status = 'REFERRED' and health.keeps($7, e.continues_from))
        %s)
    select o.id::text, o.child_id, to_char(o.received_on, 'YYYY-MM-DD ') || o.id from own o order by o.received_on, o.id limit $8
    $q$, case when children is null then 'not' else '' end, case when unnamed then $u$and (e.referred_by_person = $9
          or not health.is_unnamed(e.service, e.provider_ods, e.received_on))$u$ else '' end)
  using children, after,
    case when question ->> 'services' is not null then array(select jsonb_array_elements_text(question -> 'services')) end,
    case when question ->> 'statuses' is not null then array(select jsonb_array_elements_text(question -> 'statuses')) end,
    question ->> 'provider', (question ->> 'receivedBy')::date, coalesce(ctx.claims() ->> 'org', ''), many,
    ctx.claims() ->> 'sub';
end $$;
grant execute on function health.page_of(text, jsonb, uuid[], text, int) to {{prefix}}_access;
