-- The same tables as SQLite's after its second migration, in PostgreSQL's types. Times are milliseconds since 1970-01-01 UTC.

create table job (
    id            bigint  generated always as identity primary key,
    status        text    not null,
    model_name    text    not null,
    model_version integer,
    created_at    bigint  not null,
    started_at    bigint,
    finished_at   bigint,
    iterations    bigint  not null,
    iteration     bigint  not null default 0,
    -- Iterations that are one pass over the training rows.
    epoch_iterations bigint not null,
    -- The number of the ticket that the job waits or runs with: each time it is queued it gets a new one.
    ticket        integer not null default 1,
    -- Counts the times it was taken up. What a worker writes counts only while this is still its number.
    attempt       integer not null default 0,
    -- Who asked for it: an address.
    client        text    not null,
    -- Its place in the order in which clients take turns.
    turn          bigint  not null,
    -- How long it has trained so far, in nanoseconds, up to its last checkpoint.
    trained_nanos bigint  not null default 0,
    -- The mean absolute error at the last recorded point; null before the first.
    cost          double precision,
    idempotency_key text  unique,
    -- SHA-256 of the body that came with the key; empty for none.
    body_digest   text    not null,
    -- How it ended, as JSON: figures, warnings, what stopped it, the problem if it failed.
    outcome       text,
    -- The request with its defaults filled in, as JSON. Last, as it is the largest.
    request       text    not null
);

create index job_by_status on job (status, id);
create index job_by_client on job (client, turn);
create index job_by_started_turn on job (turn) where started_at is not null;

create table checkpoint (
    job_id    bigint primary key references job (id) on delete cascade,
    iteration bigint not null,
    -- Parameters, optimiser, generators and early stopping, in the network's own format.
    state     bytea  not null
);

-- A history grows by a chunk with each checkpoint.
create table cost_points (
    job_id         bigint  not null references job (id) on delete cascade,
    -- Points before this chunk's.
    first_point    integer not null,
    last_iteration bigint  not null,
    -- Little-endian, point after point: iteration (long), cost, loss, validation cost, test cost (double; NaN for none).
    data           bytea   not null,
    primary key (job_id, first_point)
);

-- Versions are never given twice, so the last one outlives the models.
create table model_name (
    name         text    primary key,
    last_version integer not null
);

create table model (
    id         bigint  generated always as identity primary key,
    name       text    not null references model_name (name),
    version    integer not null,
    created_at bigint  not null,
    -- Architecture, encoding, training settings, figures and provenance, as JSON.
    definition text    not null,
    -- Little-endian doubles: layer by layer, the weights (inputs × neurons) before the biases.
    weights    bytea   not null,
    -- Fingerprints of the distinct training rows, ascending: little-endian longs.
    seen_rows  bytea   not null,
    unique (name, version)
);

-- The tickets that db-scheduler hands out; its table by its own names.
create table scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             integer,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_by_priority on scheduled_tasks (priority desc, execution_time asc);
create index scheduled_tasks_by_heartbeat on scheduled_tasks (last_heartbeat);
