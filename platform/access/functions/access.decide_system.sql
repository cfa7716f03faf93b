-- What a system may open: whatever its key's operations name (access.confine_system), for the children its batch names. No
-- relationships. What is forgotten it may only write: the copies of it are still to go.
create or replace function access.decide_system(acts text[], a access.asked) returns access.verdicts
language plpgsql stable as $$
declare
  groups text[] := '{}';
  decided access.decided[] := '{}';
  d access.decided;
  own uuid[];
begin
  for r in 1 .. cardinality(acts) loop
    -- One set and one act are decided once.
    if r = 1 or a.of_sets[r] <> a.of_sets[r - 1] or acts[r] <> acts[r - 1] then
      own := access.asked_by(a, r);
      d := row('', null, null, array['SYSTEM'], 'system', 'SYSTEM', null)::access.decided;
      if cardinality(own) > 0 then
        groups := groups || to_json(own)::text;
        d.shown := json_build_array('FULL', 'SYSTEM', cardinality(groups) - 1);
      end if;
      d.permitted := array(
        select distinct l.held from access.linked(own) l
        where acts[r] = 'WRITE' or not exists (select from access.forgotten f where f.child_id = l.held));
      d.died := (
        select jsonb_object_agg(k.asked, k.died) from (
          select l.asked, min(e.died_on) died from access.linked(own) l join access.death e on e.child_id = l.held
          where l.held = any (d.permitted) and l.asked = any (d.permitted) group by l.asked) k);
    end if;
    decided[r] := d;
  end loop;
  return row(groups, decided)::access.verdicts;
end $$;
