-- The tickets that db-scheduler hands out; its table by its own names.
create table scheduled_tasks (
    task_name            text      not null,
    task_instance        text      not null,
    task_data            blob,
    execution_time       timestamp not null,
    picked               boolean   not null,
    picked_by            text,
    last_success         timestamp,
    last_failure         timestamp,
    consecutive_failures integer,
    last_heartbeat       timestamp,
    version              bigint    not null,
    priority             integer,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);

-- The number of the ticket that the job waits or runs with: each time it is queued it gets a new one.
alter table job add column ticket integer not null default 1;
-- Counts the times it was taken up. What a worker writes counts only while this is still its number.
alter table job add column attempt integer not null default 0;
-- Who asked for it: an address.
alter table job add column client text not null default '';
-- Its place in the order in which clients take turns.
alter table job add column turn bigint not null default 0;
-- How long it has trained so far, in nanoseconds, up to its last checkpoint.
alter table job add column trained_nanos bigint not null default 0;
-- The mean absolute error at the last recorded point; null before the first.
alter table job add column cost double precision;
alter table job add column idempotency_key text;
-- SHA-256 of the body that came with the key; empty for none.
alter table job add column body_digest text not null default '';

create unique index job_by_idempotency_key on job (idempotency_key);
create index job_by_client on job (client, turn);
create index job_by_started_turn on job (turn) where started_at is not null;

update job set turn = id;
insert into scheduled_tasks (task_name, task_instance, execution_time, picked, version, priority)
select 'train', id || '-1', created_at, false, 1, -id from job where status in ('queued', 'running');

create table checkpoint (
    job_id    integer primary key references job (id) on delete cascade,
    iteration bigint  not null,
    -- Parameters, optimiser, generators and early stopping, in the network's own format.
    state     blob    not null
);

-- A history grows by a chunk with each checkpoint.
create table cost_points (
    job_id         integer not null references job (id) on delete cascade,
    -- Points before this chunk's.
    first_point    integer not null,
    last_iteration bigint  not null,
    -- Little-endian, point after point: iteration (long), cost, loss, validation cost, test cost (double; NaN for none).
    data           blob    not null,
    primary key (job_id, first_point)
);

insert into cost_points (job_id, first_point, last_iteration, data)
select h.job_id, 0, j.iterations, h.data from cost_history h join job j on j.id = h.job_id where h.points > 0;
drop table cost_history;
