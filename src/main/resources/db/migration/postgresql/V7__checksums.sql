-- Beside each stored value what it is checked by when it is read: the format of the value in the upper 32 bits, the
-- CRC-32C of its bytes (a text's in UTF-8) in the lower. Null in rows of before, until they are written or verified.
alter table job add column request_sum bigint;
alter table job add column outcome_sum bigint;
alter table job add column test_outputs_sum bigint;
alter table model add column definition_sum bigint;
alter table model add column test_outputs_sum bigint;
alter table model add column weights_sum bigint;
alter table model add column seen_rows_sum bigint;
alter table dataset add column definition_sum bigint;
alter table dataset_chunk add column data_sum bigint;
alter table cost_points add column data_sum bigint;
alter table checkpoint add column state_sum bigint;
