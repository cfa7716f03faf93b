drop table partnership.agenda_item, partnership.team_member;
drop function partnership.seats(text), partnership.belongs(text), partnership.leads(text);
