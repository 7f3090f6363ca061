-- Whether the job that trained it failed: such a version is only taken where it is named.
alter table model add column failed boolean not null default false;

update model set failed = true where exists (
    select 1 from job where job.model_name = model.name and job.model_version = model.version
        and (job.status = 'failed' or job.outcome like '%"stoppedBecause":"diverged"%'));
