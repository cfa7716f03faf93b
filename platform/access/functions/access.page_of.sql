-- A page of a list that a domain keeps in an order of its own, of facts of the children whom the caller is related to: what
-- the domain finds in that order, each child decided about as for any other request, until as much is shown as was asked for
-- or there is no more. So no more children are opened than a page tells of, however long the list is. Whoever is not shown is
-- not among what is answered, is not named in the audit and takes nobody's place.
--
-- The request's one key is the question, which the domain reads; `from` says how many (`limit`), after which place (`after`)
-- and, if it does, through which of the caller's grantees. Answers the facts' ids in order, each with the child it is of.
-- Where the list may go on, a key of its own, `more` and the place to go on after, leads to nobody.
create or replace function access.page_of(who access.caller, request jsonb, schema_name name, out asked uuid[], out subjects jsonb)
language plpgsql as $$
declare
  -- The facts of so few children are sorted; where there are more, the list is looked along.
  few constant int := 2000;
  most constant int := least(greatest((request -> 'from' ->> 'limit')::int, 0), 1000);
  circle uuid[] := access.circle(who, request, few + 1);
  sorted boolean := cardinality(circle) <= few;
  many int := greatest(most, 100);
  place text := request -> 'from' ->> 'after';
  found record;
  decided access.decided[];
  more jsonb;
begin
  asked := '{}';
  subjects := '[]';
  while cardinality(asked) < most loop
    execute format('select array_agg(f.id order by f.place collate "C") ids, array_agg(f.place order by f.place collate "C") places,
        array_agg(coalesce(a.canonical, f.child_id) order by f.place collate "C") children
      from %I.page_of($1, $2, $3, $4, $5) f left join access.child_alias a on a.held = f.child_id', schema_name)
      into found
      using request ->> 'kind', (request -> 'keys' ->> 0)::jsonb, case when sorted then circle end, place, many;
    exit when found.ids is null;
    decided := (access.decide_person(who, array[request ->> 'about'], array[request ->> 'tier'], array[request ->> 'act'],
      row(found.children, array_fill(1, array[cardinality(found.children)]), array['1'], array['1'], '{}', '{}')::access.asked)).decided;
    select asked || coalesce(array_agg(s.child), '{}'), subjects || coalesce(jsonb_agg(jsonb_build_array(s.id, s.child) order by s.n), '[]'),
      max(s.place collate "C")
      into asked, subjects, place
    from (
      select f.id, f.child, f.place, f.n from unnest(found.ids, found.children, found.places) with ordinality f(id, child, place, n)
      where f.child in (select unnest(decided[1].permitted)) order by f.n limit most - cardinality(asked)) s;
    if cardinality(asked) >= most then
      more := jsonb_build_array(jsonb_build_array('more ' || place, null));
    else
      exit when cardinality(found.ids) < many;
      place := found.places[cardinality(found.places)];
      -- Too much of what was looked along is not the caller's to see: from here on it is sorted from what can be.
      if not sorted then
        circle := access.circle(who, request, null);
        sorted := true;
        many := 1000;
      end if;
    end if;
  end loop;
  asked := array(select distinct i from unnest(asked) i);
  subjects := subjects || coalesce(more, '[]');
end $$;
