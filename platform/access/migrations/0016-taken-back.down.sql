drop trigger parted on access.child_alias;
drop trigger roll_taken_back on access.relationship;
drop function access.parted(), access.roll_taken_back(), access.end_without_roll(uuid[]);
