drop table partnership.agenda_item, partnership.team_member;
drop function partnership.belongs(text), partnership.leads(text);
