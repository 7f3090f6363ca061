-- The model that the job goes on from; null where it begins anew, or had ended before there were these columns.
alter table job add column from_model text;
alter table job add column from_version integer;
create index job_by_start on job (from_model, from_version) where from_model is not null;

-- Not as JSON: one request that is damaged would keep the service from starting.
update job set
    from_model = substring(request from '"from":\{"name":"([^"]*)","version":\d{1,9}\}'),
    from_version = substring(request from '"from":\{"name":"[^"]*","version":(\d{1,9})\}')::integer
where status in ('queued', 'running', 'paused');
