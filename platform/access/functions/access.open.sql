-- Opens a unit of work: verifies the caller, decides about every child that is asked for, and writes the audit row that is
-- itself the permit (ctx.permitted). No audit row, no data. It is paid for by every read in the product.
--
-- A request is one position of the arrays `holders` (whose tables are read), `abouts` (whose facts they are), `tiers`,
-- `acts`, `operations`, `kinds` (of the keys) and `key_sets`. Requests that ask for the same keys name the same set, from
-- 1: `keys[i]` belongs to the set `sets_of_keys[i]`. `details` says, by a request's number from 1, what it lists or seeks.
--
-- Answers `groups`, lists of children, and `requests`, one object each: `shown`, a list of [outcome, basis, group];
-- `subjects`, the child of each key that is not a child's (null where it leads to nobody who is shown); `version` of the
-- rules; `died`, the day by child; `entitled`, of a request for figures of groups (act AGGREGATE, kind `aggregate`, its
-- question for a key), how much of the truth is told.
-- Raises 28000 for a caller who is not verified, or not this unit's; 42501 for a domain that is not this login's, or an
-- operation that is not this system's; HUB30 for too many look-ups; 22023 for arrays that do not go together.
create or replace function access.open(claims text, tag text, holders text[], abouts text[], tiers text[], acts text[],
  operations text[], kinds text[], key_sets int[], keys text[], sets_of_keys int[], details jsonb) returns json
language plpgsql security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  c constant jsonb := ctx.verify(claims, tag);
  who access.caller;
  asked access.asked;
  verdicts access.verdicts;
begin
  if (cardinality(holders) = all (array[cardinality(abouts), cardinality(tiers), cardinality(acts), cardinality(operations),
      cardinality(kinds), cardinality(key_sets)]) and cardinality(keys) = cardinality(sets_of_keys)
    and array_position(holders || abouts || tiers || acts || operations || kinds || keys, null) is null
    and 0 < all (key_sets) and 0 < all (sets_of_keys) and details is not null) is not true then
    raise exception 'not requests of one shape' using errcode = '22023';
  end if;
  if coalesce(current_setting('hub.claims', true), '') not in ('', claims) then
    raise exception 'this unit is open for another caller' using errcode = '28000';
  end if;
  -- Figures of groups are asked by their question, children by their keys.
  if ('AGGREGATE' = any (acts) or 'aggregate' = any (kinds))
    and exists (select from unnest(acts, kinds) r(act, kind) where (r.act = 'AGGREGATE') <> (r.kind = 'aggregate')) then
    raise exception 'not requests of one shape' using errcode = '22023';
  end if;
  perform set_config('hub.claims', claims, true), set_config('hub.tag', tag, true);
  who := access.meet(c);
  if cardinality(holders) = 0 then return '[]'; end if;
  if exists (select from unnest(holders) h left join access.domain d on d.domain = h
      where d.domain is null or not pg_has_role(session_user, d.app_role, 'MEMBER')) then
    raise exception 'not this login''s domain' using errcode = '42501';
  end if;
  if who.is_system then
    perform access.confine_system(c, holders, acts, operations, key_sets, sets_of_keys);
  end if;
  if kinds && array['identifier', 'search'] then
    perform access.count_look_ups(c, (
      select count(*)::int from unnest(kinds, key_sets) r(kind, of_set)
      left join unnest(keys, sets_of_keys) k(key, of_set) using (of_set) where r.kind in ('identifier', 'search')));
  end if;
  asked := access.asking(who, holders, abouts, tiers, acts, kinds, key_sets, keys, sets_of_keys, details);
  verdicts := case when who.is_system then access.decide_system(acts, asked)
    else access.decide_person(who, abouts, tiers, acts, asked) end;
  if 'meeting-pack' = any (kinds) and not who.is_system then
    verdicts := access.decide_pack(c, who, holders, abouts, tiers, acts, operations, kinds, asked, verdicts);
  end if;
  if 'AGGREGATE' = any (acts) then
    verdicts := access.decide_figures(who, holders, acts, operations, verdicts);
  end if;
  return access.write_down(c, holders, abouts, tiers, acts, operations, kinds, asked, verdicts);
end $$;
