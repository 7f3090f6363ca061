-- The same tables as SQLite's, in PostgreSQL's types. Times are milliseconds since 1970-01-01 UTC.

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
    -- How it ended, as JSON: figures, warnings, what stopped it, the problem if it failed.
    outcome       text,
    -- The request with its defaults filled in, as JSON. Last, as it is the largest.
    request       text    not null
);

create index job_by_status on job (status, id);

create table cost_history (
    job_id bigint  primary key references job (id) on delete cascade,
    points integer not null,
    -- Little-endian, point after point: iteration (long), cost, loss, validation cost, test cost (double; NaN for none).
    data   bytea   not null
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
