-- An entry whose provider now lists it under another record (a number became known, or was put right) goes there with
-- its history, whose words stay as they were written.
grant update (child_id) on health.waiting_list_change to {{prefix}}_health;
