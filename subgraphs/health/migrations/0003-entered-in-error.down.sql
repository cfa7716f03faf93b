-- Nothing to put back: the entries stand as they were, and a file or a change of status relates them again.
select;
