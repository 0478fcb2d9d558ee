-- Value that was measured while no currency was asked for was kept as EUR: it stays that.
update pilot set currency = 'EUR'
where currency is null
  and exists (select 1 from ledger_entry e where e.pilot_key = pilot.pilot_key);

-- What the signed money case planned tokens to be in the period, kept with what they were.
alter table ledger_cost add column planned_tokens decimal(24, 4);
alter table ledger_cost add column planned_price decimal(19, 6);
