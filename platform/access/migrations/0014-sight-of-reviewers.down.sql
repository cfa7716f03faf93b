-- The sight that was ended stays ended.
drop function access.address_is_protected(text, uuid);
