-- Which of the instances that share a database deletes what is no longer to be kept: whoever took the one row last, until
-- then. Times are milliseconds since 1970-01-01 UTC.
create table retention_turn (
    id          integer primary key,
    taken_until bigint  not null
);
