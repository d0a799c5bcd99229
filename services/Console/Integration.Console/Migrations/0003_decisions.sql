alter table console_attention add column decision_queue text;
