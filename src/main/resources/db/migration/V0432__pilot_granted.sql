-- The money that the signers of the charter granted; the time-box they set takes the place of the one that was asked for.
alter table pilot add column granted_amount decimal(19, 2);
