-- Every entry of before is in a chain now.

drop table trail_entry_unchained;
