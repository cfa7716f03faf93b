-- Reviewers see a child while a review is about the child, and no longer. A link that a rule made, or one that was decided
-- long ago, shows the child to nobody: whoever hears that it is wrong takes the child up.
alter table access.relationship no force row level security;
delete from access.relationship re where re.basis = 'MATCH_REVIEW' and re.reference = 'link';
update access.relationship re set valid = tstzrange(lower(re.valid), greatest(lower(re.valid), ctx.now()))
  where re.basis = 'MATCH_REVIEW' and upper(re.valid) > ctx.now();
alter table access.relationship force row level security;

-- Whether where the child lives is to be told to nobody: of a child whom this transaction may see, or one linked with it.
create function access.address_is_protected(the_tier text, the_child uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
begin
  -- Of anybody else nothing is told, an address neither.
  if not the_child = any (ctx.permitted('PARTNERSHIP', 'PARTNERSHIP', the_tier, 'READ')) then return true; end if;
  return exists (select from ctx.keys(array[the_child]) k join access.restriction x on x.child_id = k.held
    where x.kind = 'PROTECTED_ADDRESS' and x.since <= ctx.today() and (x.until is null or x.until > ctx.today()));
end $$;
revoke execute on function access.address_is_protected(text, uuid) from public;
grant execute on function access.address_is_protected(text, uuid) to {{prefix}}_partnership;
