-- The value ledger: entries are added, never changed. One for each measured period, and one more for each correction.
create table ledger_entry (
  id              varchar(64)    not null primary key,
  pilot_key       varchar(32)    not null,
  period_id       varchar(64)    not null,
  entry_number    int            not null,
  begins_on       date           not null,
  ends_on         date           not null,
  corrects        int,
  currency        varchar(3)     not null,
  cost_pipelines  decimal(19, 2) not null,
  cost_support    decimal(19, 2) not null,
  cost_monitoring decimal(19, 2) not null,
  cost_compliance decimal(19, 2) not null,
  cost_incidents  decimal(19, 2) not null,
  cost_retraining decimal(19, 2) not null,
  cost_cloud      decimal(19, 2) not null,
  cost_review     decimal(19, 2) not null,
  measured_value  decimal(19, 3) not null,
  asserted_value  decimal(19, 3) not null,
  actual_cost     decimal(19, 2) not null,
  net_value       decimal(19, 3) not null,
  promised_p10    decimal(19, 2),
  promised_p50    decimal(19, 2),
  explanation     varchar(4000)  not null,
  seal_sha256     varchar(64),
  formula         varchar(40)    not null,
  measured_by     varchar(191)   not null,
  noted_at        timestamp(6)   not null,
  version         int            not null,
  constraint ux_ledger_entry unique (pilot_key, entry_number)
);
create table ledger_line (
  entry_id       varchar(64)     not null,
  position       int             not null,
  metric         varchar(200)    not null,
  reading        decimal(19, 4)  not null,
  method         varchar(20)     not null,
  basis          varchar(20)     not null,
  counterfactual varchar(200)    not null,
  amount         decimal(19, 3)  not null,
  currency       varchar(3)      not null,
  rate           decimal(19, 8),
  money          decimal(19, 3)  not null,
  evidence       varchar(200),
  primary key (entry_id, position)
);
-- Whoever did not measure says whether an entry counts.
create table ledger_countersignature (
  entry_id  varchar(64)  not null primary key,
  agreed    boolean      not null,
  remark    varchar(2000),
  signer    varchar(191) not null,
  signed_at timestamp(6) not null,
  version   int          not null
);

-- Which signed money case a promise comes from.
alter table money_promise add column seal_sha256 varchar(64);

-- What was measured before there was a ledger; nobody has countersigned it.
insert into ledger_entry (id, pilot_key, period_id, entry_number, begins_on, ends_on, corrects, currency,
    cost_pipelines, cost_support, cost_monitoring, cost_compliance, cost_incidents, cost_retraining, cost_cloud,
    cost_review, measured_value, asserted_value, actual_cost, net_value, promised_p10, promised_p50, explanation,
    seal_sha256, formula, measured_by, noted_at, version)
  select concat(v.period_id, '#1'), v.pilot_key, v.period_id,
    row_number() over (partition by v.pilot_key order by p.ends_on), p.begins_on, p.ends_on, null,
    coalesce(c.currency, 'EUR'), v.cost_pipelines, v.cost_support, v.cost_monitoring, v.cost_compliance,
    v.cost_incidents, v.cost_retraining, v.cost_cloud, v.cost_review, coalesce(p.measured_value, 0),
    coalesce(p.asserted_value, 0), coalesce(p.actual_cost, 0), coalesce(p.net_realised, 0), p.promised_p10,
    p.promised_p50, v.explanation, null, 'ledger/0', v.measured_by, v.noted_at, 0
  from value_measurement v
  join measurement_period p on p.id = v.period_id
  join pilot c on c.pilot_key = v.pilot_key;
insert into ledger_line (entry_id, position, metric, reading, method, basis, counterfactual, amount, currency, rate,
    money, evidence)
  select e.id, l.position, l.metric, l.reading, l.method, l.basis, l.counterfactual, l.money, e.currency, null, l.money,
    null
  from value_line l
  join ledger_entry e on e.period_id = l.period_id;
drop table value_line;
drop table value_measurement;
