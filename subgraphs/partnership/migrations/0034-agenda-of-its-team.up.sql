-- What a team is to discuss is read by those whom a sentence about teams lets in, not by everybody who may see what was agreed for
-- the child: both stand in one tier, so the agenda is a facet of it (docs/decisions/0082).
select access.secure_facets('partnership.agenda_item', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', $$'AGENDA'$$, '{AGENDA}');
select access.secure_facets('partnership.agenda_item_change', 'PARTNERSHIP', 'PARTNERSHIP', 'T2', $$'AGENDA'$$, '{AGENDA}');

-- Whoever may change a row sees it, and in this tier others change something too: their own notices. What is a team's they do not.
-- The system that keeps what changed reads it.
do $$
declare
  lets_in constant text := $q$(select access.lets_in('PARTNERSHIP', 'T2', 'AGENDA'))$q$;
begin
  execute format($q$create policy of_teams on partnership.agenda_item as restrictive to {{prefix}}_partnership
    using (%1$s or (select ctx.system_does('PARTNERSHIP:own-changes'))) with check (%1$s)$q$, lets_in);
  execute format($q$create policy of_teams on partnership.agenda_item_change as restrictive to {{prefix}}_partnership
    using (%1$s or (select ctx.system_does('PARTNERSHIP:own-changes'))) with check (%1$s)$q$, lets_in);
  execute format($q$create policy teams_add on partnership.agreed_action as restrictive for insert to {{prefix}}_partnership
    with check (school_urn is null or %s)$q$, lets_in);
  execute format($q$create policy teams_change on partnership.agreed_action as restrictive for update to {{prefix}}_partnership
    using (school_urn is null or %s)$q$, lets_in);
  execute format($q$create policy teams_add on partnership.agreed_action_change as restrictive for insert to {{prefix}}_partnership
    with check (school_urn is null or %s)$q$, lets_in);
  execute format($q$create policy of_teams on partnership.change as restrictive for select to {{prefix}}_partnership
    using (team_urn is null or %s or (select ctx.system_does('PARTNERSHIP:keep-changes:WRITE')))$q$, lets_in);
end $$;
