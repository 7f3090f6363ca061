#!/usr/bin/env bash
#
# Holds the service to its word: what is killed in the middle of its work loses nothing of it.
#
#   ./mvnw package && src/test/scripts/survive-kills.sh [rounds] [sqlite|postgres]
#
# Four jobs train at a time, each for some ten seconds of one core, with a checkpoint every half second. Each round kills
# (kill -9) at a random moment: on SQLite the one instance, on PostgreSQL one of two, or both, and starts what it killed
# again, sometimes so late that the other has taken the jobs over. Some jobs are paused and resumed on the way. In the
# end every job has succeeded, with the same points in every column of its history, the same figures and the same weights
# as undisturbed, and with one version of its model. A pause that was answered for survives as well.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost, doubled or differs.
# 100 rounds take 15 to 25 minutes.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-100}
kind_of_database=${2:-sqlite}
length=${LENGTH:-8}     # seconds of one core that a job takes, more or less
declare -A job_name=() job_kind=() paused=()
training=() ended=()    # jobs that are looked after, and those that were found right
submitted=0 kills=0 hits=0 pauses=0 late=0

case $kind_of_database in
sqlite)
    use_sqlite
    instances=(1)
    workers=4
    ;;
postgres)
    use_postgres
    instances=(1 2)
    workers=2
    ;;
*) lose "sqlite or postgres, not $kind_of_database" ;;
esac
# An instance that is killed is taken for dead after 4 s instead of 12, so that more is taken over in less time.
options=(--feedforward.training.workers="$workers" --feedforward.training.checkpoint-every=500ms
    --db-scheduler.heartbeat-interval=1s)

running() { # an instance that runs
    local n
    for n in "${instances[@]}"; do [ -z "${pid[$n]-}" ] || echo "$n"; done | sed -n "$((1 + $(random ${#pid[@]})))p"
}

submit_batch() {
    local kind name
    for ((kind = 1; kind <= kinds; kind++)); do
        submitted=$((submitted + 1))
        name=job-$submitted
        submit "$(running)" "$name" "$kind" "$length"
        job_name[$job]=$name job_kind[$job]=$kind
        training+=("$job")
    done
}

# Looks after each job: it is there, in a status that it may have, and right if it has ended.
look_after() {
    local n id left=()
    n=$(running)
    for id in "${training[@]}"; do
        look "$n" "$id"
        case $status in
        succeeded)
            check_ended "$n" "$id" "${job_name[$id]}" "${job_kind[$id]}"
            ended+=("$id")
            continue
            ;;
        paused) [ -n "${paused[$id]-}" ] || lose "job $id is paused, and nobody paused it: $found" ;;
        queued | running) [ -z "${paused[$id]-}" ] || lose "job $id was paused, and nobody resumed it: $found" ;;
        *) lose "job $id has ended as it should not: $found" ;;
        esac
        left+=("$id")
    done
    training=("${left[@]}")
}

# Pauses a job, or resumes one that is paused.
pause_or_resume() { # job
    local answered
    if [ -n "${paused[$1]-}" ]; then
        answered=$(post "$(running)" "/jobs/$1/resume" </dev/null)
        [ "$answered" = 200 ] || lose "POST /jobs/$1/resume was answered with $answered: $(cat "$work/answer")"
        unset "paused[$1]"
    else
        answered=$(post "$(running)" "/jobs/$1/pause" </dev/null)
        # It may just have ended.
        [[ $answered =~ ^(200|409)$ ]] || lose "POST /jobs/$1/pause was answered with $answered: $(cat "$work/answer")"
        [ "$answered" = 409 ] || paused[$1]=yes
        pauses=$((pauses + 1))
    fi
}

kill_some() {
    local n victims=("${instances[$(random ${#instances[@]})]}")
    (($(random 4) > 0)) || victims=("${instances[@]}")
    for n in "${victims[@]}"; do kill -9 "${pid[$n]}"; done
    for n in "${victims[@]}"; do kill_service "$n"; done
    kills=$((kills + ${#victims[@]}))
    [ ${#training[@]} = 0 ] || hits=$((hits + ${#training[@]}))
}

say "$rounds rounds on $kind_of_database"
prepare
start "${instances[@]}"
train_references 1 "$length"
say "undisturbed, the $kinds trainings took $SECONDS s with all starts"
for ((round = 1; round <= rounds; round++)); do
    missing=()
    for n in "${instances[@]}"; do [ -n "${pid[$n]-}" ] || missing+=("$n"); done
    if ((${#missing[@]} > 0)); then
        # Late enough to be taken for dead, at times.
        if ((${#missing[@]} < ${#instances[@]} && $(random 8) == 0)); then
            late=$((late + 1))
            sleep 7
        fi
        start "${missing[@]}"
    fi
    look_after
    ((${#training[@]} > 0)) || submit_batch
    for id in "${training[@]}"; do
        if [ -n "${paused[$id]-}" ]; then
            (($(random 2))) || pause_or_resume "$id"
        elif (($(random 8) == 0)); then
            pause_or_resume "$id"
        fi
    done
    sleep "$(random 4).$(random 10)"
    kill_some
    ((round % 5 == 0)) && say "round $round: $kills kills, $submitted jobs, ${#ended[@]} ended and alike, after $SECONDS s"
done

for n in "${instances[@]}"; do [ -n "${pid[$n]-}" ] || launch "$n"; done
await_ready "${instances[@]}"
for id in "${!paused[@]}"; do pause_or_resume "$id"; done
for id in "${training[@]}"; do
    await_status 1 "$id" succeeded
done
look_after
for id in "${ended[@]}"; do # Once more, now that there was time to spoil them.
    check_ended 1 "$id" "${job_name[$id]}" "${job_kind[$id]}"
done
found=$(get 1 '/jobs?limit=1')
[[ $found == *"\"id\":$((submitted + kinds)),"* ]] || lose "there are other jobs than were submitted: $found"
for n in "${instances[@]}"; do kill_service "$n"; done
read -r attempts most < <(ask "select sum(attempt), max(attempt) from job where id > $kinds")
say "OK on $kind_of_database: $kills kills, each job met by $((hits / submitted)), $pauses pauses, $late late starts;" \
    "$submitted jobs taken up $attempts times, one of them $most times; all succeeded and alike, in $SECONDS s"
