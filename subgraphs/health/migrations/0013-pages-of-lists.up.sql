-- A page of a waiting list is looked for in the list's order. Of what no change of an entry touches, so that a change writes no
-- new key to either.
create index waiting_list_entry_order on health.waiting_list_entry (received_on, id);
create index waiting_list_entry_own_order on health.waiting_list_entry (provider_ods, received_on, id);
