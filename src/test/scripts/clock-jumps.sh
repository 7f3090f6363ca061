#!/usr/bin/env bash
#
# Sets the clock by an hour, forwards and back, while jobs train and wait.
#
#   ./mvnw package && src/test/scripts/clock-jumps.sh [rounds] [sqlite|postgres]
#
# Four jobs that may train for ten minutes are given to as many workers as half of them need, and one more for each
# jump. In a round the clock of the instance, or of both instances on one PostgreSQL, jumps an hour ahead, back again,
# another hour back, and to where it was; where there are two, they jump one after the other, so that in between the one
# takes the other's leases for long past. An instance is killed after the first jump back: what it had planned, and when
# it was last alive, lie an hour ahead by then. No job waits for a clock, none ends for want of time, all come out as
# undisturbed and make one model each, and no one is told to have trained for longer than it has. Who waits for a job's
# end, or reads its events, through an hour back and an hour forwards, gets both.
#
# The jumps are those of disturb.c, between the instances and their C library; PostgreSQL's own clock stays. Needs bash,
# curl and a C compiler, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was lost, doubled or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-3}
kind_of_database=${2:-sqlite}
length=${LENGTH:-6}
allowed=45 # seconds for a job to run after it was submitted or taken from the dead, others being done
declare -A name_of=() kind_of=()
ids=()

case $kind_of_database in
sqlite)
    use_sqlite
    instances=(1)
    workers=2
    ;;
postgres)
    use_postgres
    instances=(1 2)
    workers=1
    ;;
*) lose "sqlite or postgres, not $kind_of_database" ;;
esac
options=(--feedforward.training.workers="$workers" --feedforward.training.checkpoint-every=500ms)

submit_limited() { # instance name kind
    local answered
    answered=$(body "$2" "$3" "$length" | sed 's/"training":{/&"maxSeconds":600,/' | post "$1" /train)
    [ "$answered" = 202 ] || lose "POST /train was answered with $answered: $(cat "$work/answer")"
    [[ $(<"$work/answer") =~ \"id\":([0-9]+) ]] || lose "a 202 without a job: $(cat "$work/answer")"
    job=${BASH_REMATCH[1]}
    ids+=("$job")
    name_of[$job]=$2 kind_of[$job]=$3
}

# Every instance's clock, one after the other; then a job is submitted by the new time, and all go on.
jump() { # seconds
    local n
    for n in "${instances[@]}"; do
        set_ahead "$n" "$1"
        sleep 2
        [ "$(code "$n" /actuator/health/readiness)" = 200 ] || lose "instance $n is not ready after its clock jumped to $1 s"
    done
    submit_limited "${instances[-1]}" "round-$round-at$1-$RANDOM" $((1 + $(random kinds)))
    for id in "${ids[@]}"; do
        look 1 "$id"
        [[ $status =~ queued|running|succeeded ]] || lose "job $id has ended as it should not, at $1 s: $found"
    done
}

say "$rounds rounds on $kind_of_database"
use_disturbances
prepare
start "${instances[@]}"
train_references 1 "$length"
most=0
for ((round = 1; round <= rounds; round++)); do
    began=$(now)
    ids=()
    for ((kind = 1; kind <= kinds; kind++)); do
        submit_limited $((kind % ${#instances[@]} + 1)) "round-$round-$kind" "$kind"
    done
    await_status 1 "${ids[0]}" running
    sleep 1
    jump 3600
    jump 0
    victim=${instances[$(random ${#instances[@]})]}
    kill_service "$victim"
    ((${#instances[@]} > 1)) || start "$victim"
    deadline=$(($(now) + allowed * 1000)) reached=
    other=$((3 - victim))
    ((${#instances[@]} > 1)) || other=$victim
    for id in "${ids[@]}"; do
        # One after the other, as there may be a worker for one of them only.
        until look "$other" "$id" && [ "$status" = succeeded ]; do
            # Running, as it was when its instance was killed, it may be for want of anyone who says otherwise.
            [ "$id $iteration" = "$reached" ] || deadline=$(($(now) + allowed * 1000))
            reached="$id $iteration"
            (($(now) < deadline)) || lose "job $id waits after an instance was killed whose clock had gone back: $found"
            sleep 0.2
        done
    done
    ((${#instances[@]} == 1)) || start "$victim"
    submit_limited 1 "round-$round-behind" 1
    curl -sS -o /dev/null -w '%{http_code}' "http://127.0.0.1:${port[1]}/jobs/$job?wait=120" >"$work/waited" &
    waiting=$!
    curl -sSN "http://127.0.0.1:${port[1]}/jobs/$job/events" >"$work/events" &
    reading=$!
    jump -3600
    jump 0
    wait "$waiting" && [ "$(<"$work/waited")" = 200 ] || lose "who waited for job $job was sent away: $(<"$work/waited")"
    wait "$reading" && grep -q '^event: done' "$work/events" || lose "who read the events of job $job was told no end"
    for id in "${ids[@]}"; do
        await_status 1 "$id" succeeded
        check_ended 1 "$id" "${name_of[$id]}" "${kind_of[$id]}"
        [[ $found =~ \"seconds\":([0-9]+) ]] || lose "job $id does not say how long it trained: $found"
        ((BASH_REMATCH[1] * 1000 <= $(now) - began)) || lose "job $id is told to have trained for too long: $found"
        ((BASH_REMATCH[1] <= most)) || most=${BASH_REMATCH[1]}
    done
    say "round $round: ${#ids[@]} jobs went through four jumps and a kill and came out alike, in $(seconds $(($(now) - began))) s"
done
for n in "${instances[@]}"; do kill_service "$n"; done
read -r jobs attempts < <(ask "select count(*), sum(attempt) from job where id > $kinds")
say "OK on $kind_of_database: $jobs jobs taken up $attempts times, all alike, none trained longer than $((most + 1)) s; in $SECONDS s"
