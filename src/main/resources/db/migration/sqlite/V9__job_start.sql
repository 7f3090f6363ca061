-- The model that the job goes on from; null where it begins anew, or had ended before there were these columns.
alter table job add column from_model text;
alter table job add column from_version integer;
create index job_by_start on job (from_model, from_version) where from_model is not null;

update job set from_model = json_extract(request, '$.from.name'), from_version = json_extract(request, '$.from.version')
where status in ('queued', 'running', 'paused') and json_valid(request);
