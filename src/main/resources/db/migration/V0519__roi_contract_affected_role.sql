-- What the decision contract changes for others: who loses authority, whether that role objected and was answered (R81).
alter table decision_contract add column loses_authority varchar(200);
alter table decision_contract add column authority_view varchar(20);
alter table decision_contract add column objection varchar(1000);
alter table decision_contract add column objection_answer varchar(1000);
alter table decision_contract add column process_to_rewrite varchar(1000);
