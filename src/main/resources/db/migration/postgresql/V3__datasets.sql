create table dataset (
    id         bigint  generated always as identity primary key,
    name       text    not null,
    -- uploading, then current, then replaced (by another of its name) or removed: its rows are about to go.
    status     text    not null,
    created_at bigint  not null,
    -- When the last rows came, or the status last changed.
    touched_at bigint  not null,
    -- Columns, figures, how it is split, as JSON; null while it is uploaded.
    definition text
);

create unique index dataset_by_name on dataset (name) where status = 'current';

create table dataset_chunk (
    dataset_id bigint  not null references dataset (id) on delete cascade,
    number     integer not null,
    -- Some thousand rows, in the service's own format.
    data       bytea   not null,
    primary key (dataset_id, number)
);

-- The data set that the job trains on; null where the rows came with the request, or the data set is gone.
alter table job add column dataset_id bigint references dataset (id) on delete set null;
create index job_by_dataset on job (dataset_id) where dataset_id is not null;
