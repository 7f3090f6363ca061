#!/usr/bin/env bash
#
# Measures how soon a job goes on after kill -9, and that it goes on from its last checkpoint.
#
#   ./mvnw package && src/test/scripts/take-over.sh
#
# Two instances on one PostgreSQL, of which the one that trains is killed: the other goes on within 45 s. Then one
# instance that is killed and started again, with the same port on PostgreSQL, and on SQLite: its job runs again within
# 5 s of its being ready. What comes of each job is what comes of it undisturbed.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if it takes longer, or anything differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

length=${LENGTH:-10}
kind=1
options=(--feedforward.training.workers=1 --feedforward.training.checkpoint-every=500ms)

train_reference() { # instance
    submit "$1" reference "$kind" "$length"
    await_status "$1" "$job" succeeded
    fingerprint "$1" "$job" reference >"$work/expected-$kind"
}

# Lets a new job reach some checkpoints: its number is in $job, and how far it was seen in $reached.
begin_job() { # instance name
    submit "$1" "$2" "$kind" "$length"
    await_status "$1" "$job" running
    sleep 2
    look "$1" "$job"
    [ "$status" = running ] || lose "job $job is too short: $found"
    reached=$iteration
}

restart_one() { # instance name
    local stored ready
    begin_job "$1" "$2"
    kill_service "$1"
    stored=$(stored_iteration "$job")
    start "$1"
    ready=$(now)
    await_beyond "$1" "$job" "$stored" 5000
    say "  runs again $(seconds $(($(now) - ready))) s after ready, from iteration $stored; was seen at $reached"
    ((stored > 0)) || lose "job $job had no checkpoint"
    await_status "$1" "$job" succeeded
    check_ended "$1" "$job" "$2" "$kind"
}

prepare
use_postgres
start 1 2
train_reference 1

say "two instances on PostgreSQL, one killed"
begin_job 1 taken-over
victim=$(runner_of "$job")
[ -n "$victim" ] || lose "nobody runs job $job"
other=$((3 - victim))
kill_service "$victim"
killed=$(now)
at_kill=$(stored_iteration "$job")
((at_kill > 0)) || lose "job $job had no checkpoint"
await_beyond "$other" "$job" "$at_kill" 45000
taken=$(($(now) - killed))
say "  taken over after $(seconds "$taken") s, from iteration $at_kill; was seen at $reached, and first seen again at $from"
await_status "$other" "$job" succeeded
check_ended "$other" "$job" taken-over "$kind"

say "one instance on PostgreSQL, killed and started again"
restart_one "$other" restarted

say "one instance on SQLite, killed and started again"
kill_service "$other"
use_sqlite
start 3
restart_one 3 restarted
say "OK: all jobs went on and came out alike, in $SECONDS s"
