-- What a domain's facts make of all these children, of these bases: the relationships that are given, as access.relate
-- writes them, and no others. What any id of a child was related by and is no longer said ends here, whichever fact it
-- once followed from. For systems alone: no person's act says everything of a basis. Answers how many changed. Raises
-- 42501 where access.relate does, and for bases that are not this domain's.
create or replace function access.relate_exactly(the_domain text, the_tier text, children uuid[], the_bases text[], rows jsonb)
returns int
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  changed int;
  ended int;
begin
  if (cardinality(ctx.system()) > 0
    and access.may_change(the_domain, the_tier, children)
    and the_bases <@ array(select b.basis from access.basis b where b.domain = the_domain)
    and not exists (select from jsonb_to_recordset(rows) x(child_id uuid, basis text)
      where (x.child_id = any (children) and x.basis = any (the_bases)) is not true)) is not true then
    raise exception 'not the relationships of this domain and these children' using errcode = '42501';
  end if;
  changed := access.relate(the_domain, the_tier, rows);
  delete from access.relationship re
    where re.child_id in (select k.held from access.linked(children) k) and re.basis = any (the_bases)
      and not exists (
        select from jsonb_to_recordset(rows) x(child_id uuid, grantee text, basis text, reference text)
        where (x.child_id, x.grantee, x.basis, x.reference) = (re.child_id, re.grantee, re.basis, re.reference));
  get diagnostics ended = row_count;
  return changed + ended;
end $$;
