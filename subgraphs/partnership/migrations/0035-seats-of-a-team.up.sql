-- Who sits in a team is read, and said, by those whom a sentence about teams lets in: a seat of somebody else shows them nothing of it.
create policy of_teams on partnership.team_member as restrictive to {{prefix}}_partnership
  using ((select access.lets_in('PARTNERSHIP', 'T2', 'AGENDA'))) with check ((select access.lets_in('PARTNERSHIP', 'T2', 'AGENDA')));
