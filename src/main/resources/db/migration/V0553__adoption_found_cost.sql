-- Costs of a period as they were found: in another currency with the rate of the period, or tokens with their price.
create table ledger_cost (
  entry_id    varchar(64)    not null,
  position    int            not null,
  kind        varchar(20)    not null,
  amount      decimal(19, 3) not null,
  currency    varchar(3)     not null,
  rate        decimal(19, 8),
  money       decimal(19, 3) not null,
  tokens      decimal(24, 4),
  token_price decimal(19, 4),
  primary key (entry_id, position)
);
