-- Where money was stated before its currency was asked for, it was shown as EUR to whoever stated it, and it stays that;
-- likewise where a case runs through forms of an earlier version that cannot ask for it.
update pilot set currency = 'EUR'
where currency is null
  and (phase in ('ROI_SIGN_OFF', 'ADOPTION_MEASUREMENT')
    or exists (select 1 from money_hypothesis h where h.pilot_key = pilot.pilot_key));

-- Inference that is planned by tokens: how many a case takes, and what a million of them cost.
alter table cost_to_serve add column tokens_per_case decimal(19, 4);
alter table cost_to_serve add column token_price decimal(19, 6);
