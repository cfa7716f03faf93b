-- Which children the requests of a unit ask for, whether they are named by id, by a key of another kind, listed or sought.
create or replace function access.asking(who access.caller, holders text[], abouts text[], tiers text[], acts text[], kinds text[],
  key_sets int[], keys text[], sets_of_keys int[], details jsonb) returns access.asked
language plpgsql as $$
declare
  a access.asked;
  -- Of one request.
  own text[];
  found record;
  children uuid[] := '{}';
  sets text[] := '{}';
  -- Where the children of a list, or of keys of another kind, were found before, by whose they are and how they are asked for.
  listed jsonb := '{}';
  way text;
begin
  a.of_sets := key_sets;
  a.leads := '{}';
  a.subjects := '{}';
  -- Nearly every unit asks all it asks about the same children.
  if 1 = all (key_sets) and 1 = all (sets_of_keys) and 'child' = all (kinds) and details = '{}' then
    a.children := access.children_named(keys);
    a.sets := array_fill(1, array[cardinality(a.children)]);
    a.combinations := array['1'];
    return a;
  end if;
  for r in 1 .. cardinality(holders) loop
    -- Beside a list of the caller's children, what comes with details (a search, a page of a list that a domain keeps in its own
    -- order) finds whom this request may see: it is not found once for several.
    way := case when details ? r::text then case when kinds[r] = 'child' then holders[r] || (details ->> r::text) end
      when kinds[r] not in ('child', 'aggregate') then format('%s %s %s', holders[r], kinds[r], key_sets[r]) end;
    if kinds[r] = 'child' and not details ? r::text then
      continue when a.of_sets[r] = any (sets);
      own := array(select k.key from unnest(keys, sets_of_keys) k(key, of_set) where k.of_set = key_sets[r]);
      children := children || access.children_named(own);
    elsif kinds[r] = 'aggregate' then
      -- Figures of a group are of no child: the key is the question, and it leads to nobody.
      a.of_sets[r] := 'found ' || r;
      own := array(select k.key from unnest(keys, sets_of_keys) k(key, of_set) where k.of_set = key_sets[r]);
      a.subjects := a.subjects || jsonb_build_object(r, own);
      a.leads := a.leads || jsonb_build_object(r, jsonb '[]');
    elsif listed ? way then
      -- The same again, asked for once for each tier that is read of it: it is of the same children.
      a.of_sets[r] := listed ->> way;
      a.subjects := a.subjects || jsonb_build_object(r, a.subjects -> split_part(a.of_sets[r], ' ', 2));
      a.leads := a.leads || jsonb_build_object(r, a.leads -> split_part(a.of_sets[r], ' ', 2));
    else
      -- What is found is this request's alone, though another of another kind may have the same keys.
      a.of_sets[r] := 'found ' || r;
      own := array(select k.key from unnest(keys, sets_of_keys) k(key, of_set) where k.of_set = key_sets[r]);
      select f.asked, f.subjects leads into found
      from access.domain d
      cross join lateral access.children_of(who, coalesce(details -> r::text, '{}') || jsonb_build_object('about', abouts[r],
        'tier', tiers[r], 'act', acts[r], 'kind', kinds[r], 'keys', own), d.schema_name) f
      where d.domain = holders[r];
      a.subjects := a.subjects || jsonb_build_object(r, own);
      a.leads := a.leads || jsonb_build_object(r, coalesce(found.leads, '[]'));
      children := children || found.asked;
      if way is not null then listed := listed || jsonb_build_object(way, a.of_sets[r]); end if;
    end if;
    sets := sets || array_fill(a.of_sets[r], array[cardinality(children) - cardinality(sets)]);
  end loop;
  if listed <> '{}' and a.of_sets[1] = all (a.of_sets) then
    -- One list and nothing else: each child is in it once, and there is nothing to tell apart.
    a.children := children;
    a.sets := array_fill(1, array[cardinality(children)]);
    a.combinations := array[a.of_sets[1]];
    return a;
  end if;
  with k as materialized (
    select k.child, string_agg(k.of_set, ',') sets from unnest(children, sets) k(child, of_set) group by k.child),
  combined as materialized (select q.sets, row_number() over () n from (select distinct k.sets from k) q)
  select coalesce(array_agg(k.child), '{}'), coalesce(array_agg(q.n::int), '{}'),
    array(select q.sets from combined q order by q.n) into a.children, a.sets, a.combinations
  from k join combined q using (sets);
  return a;
end $$;
