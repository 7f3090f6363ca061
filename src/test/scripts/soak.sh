#!/usr/bin/env bash
#
# Uses the service in all ways at once for a while, and sees whether anything piles up.
#
#   ./mvnw package && src/test/scripts/soak.sh [minutes]
#
# On the packaged jar with 512 MB and the embedded database four kinds of callers work at the same time, for 30 minutes
# or as many as are named: who trains, asks the model, looks at its plots and deletes it; who uploads a file of some
# megabytes, trains on it and deletes it; who watches the events of a longer job and cancels it; and who looks around.
# Heap after a collection, threads, descriptors and the database's size are told after a minute of that and at the end,
# each time with nobody there and the file given time to become shorter. Exits with 1 if one has grown by more than its
# bound, if any answer was a 5xx other than 503, or if the log has an ERROR.
#
# Needs bash, curl and awk, and a JDK (for jcmd) as JAVA_HOME or on the PATH.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

minutes=${1:-30}
warming=60    # seconds of the same use before the first figures
settling=75   # seconds until what was deleted is given back: rows each minute, the file each minute
more_heap=24  # MB; the caches of compiled code and strings grow a little
more_threads=8
more_descriptors=24
more_database=16 # MB: what stays free in the file, and its log
jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd
quiet=$work/quiet

# One call, whose status is noted. Whatever is to be read is in the file that is named.
call() { # file curl's arguments...
    local into=$1 status
    shift
    status=$(curl -s -o "$into" --max-time 60 -w '%{http_code}' "$@" || true)
    echo "$status" >>"$work/status-$BASHPID"
    case $status in
    4*) printf '%s %s: %s\n' "$status" "${*: -1}" "$(head -c 300 "$into")" >>"$work/refused" ;;
    503) sleep 0.2 ;;
    5*) printf '%s %s: %s\n' "$status" "${*: -1}" "$(head -c 300 "$into")" >>"$work/faults" ;;
    esac
}

id_in() { sed -n 's/^{"id":\([0-9]*\).*/\1/p' "$1"; } # file

end_job() { # job file
    call "$2" -X POST "$at/jobs/$1/cancel"
    call "$2" -X DELETE "$at/jobs/$1"
}

trains() {
    local job into=$work/trains
    call "$into" -H 'Content-Type: application/json' -d '{"name":"soak-course"}' "$at/train?wait=30"
    job=$(id_in "$into")
    [ -n "$job" ] || return 0
    call "$into" "$at/predict?bits=0110&model=soak-course"
    call "$into" -H 'Accept: image/svg+xml' "$at/jobs/$job/cost"
    call "$into" -H 'Accept: image/png' "$at/jobs/$job/cost"
    call "$into" -H 'Accept: image/png' "$at/slice/surface?model=soak-course"
    call "$into" "$at/jobs/$job/evaluation"
    call "$into" "$at/step?model=soak-course"
    end_job "$job" "$into"
    call "$into" -X DELETE "$at/models/soak-course"
}

uploads() {
    local job into=$work/uploads
    call "$into" -T "$work/rows.csv" "$at/datasets/soak-rows"
    call "$into" -H 'Content-Type: application/json' \
        -d '{"name":"soak-rows","preset":"classifier","dataset":{"name":"soak-rows"},"training":{"epochs":1}}' \
        "$at/train?wait=30"
    job=$(id_in "$into")
    call "$into" "$at/datasets/soak-rows"
    [ -z "$job" ] || end_job "$job" "$into"
    call "$into" -X DELETE "$at/models/soak-rows"
    call "$into" -X DELETE "$at/datasets/soak-rows"
}

watches() {
    local job into=$work/watches
    call "$into" -H 'Content-Type: application/json' -d '{"name":"soak-long","training":{"iterations":100000000}}' "$at/train"
    job=$(id_in "$into")
    [ -n "$job" ] || return 0
    curl -sN --max-time 3 "$at/jobs/$job/events" >"$work/events" || true
    end_job "$job" "$into"
}

looks() {
    local path
    for path in / /jobs /models /datasets /actuator/info /actuator/prometheus /v3/api-docs /nothing-here; do
        call "$work/looks" "$at$path"
    done
    sleep 0.5
}

use() { # seconds: everybody works for so long, and has gone when this returns
    local kind callers=()
    rm -f "$quiet"
    for kind in trains uploads watches looks; do
        (while ! [ -e "$quiet" ]; do "$kind"; done) &
        callers+=($!)
    done
    sleep "$1"
    touch "$quiet"
    wait "${callers[@]}"
}

metric() { # name and query: as a whole number
    get 1 "/actuator/metrics/$1" | sed -n 's/.*"VALUE","value":\([0-9.E+]*\).*/\1/p' | awk '{ printf "%.0f", $1 }'
}

figures() { # what they are of; into heap, threads, descriptors, size
    sleep "$settling"
    "$jcmd" "${pid[1]}" GC.run >/dev/null
    heap=$(($(metric 'jvm.memory.used?tag=area:heap') >> 20))
    threads=$(metric jvm.threads.live)
    descriptors=$(find "/proc/${pid[1]}/fd" -mindepth 1 | wc -l)
    size=$(($(cat "$work/data/feedforward.db" "$work/data/feedforward.db-wal" | wc -c) >> 20))
    say "$1: heap $heap MB after a collection, $threads threads, $descriptors descriptors, database $size MB; load $(cut -d' ' -f1 /proc/loadavg)"
}

bound() { # what, before, after, how much more it may be
    (($3 <= $2 + $4)) || lose "$1: $2 became $3, more than $4 more"
}

command -v "$jcmd" >/dev/null || lose "there is no jcmd: set JAVA_HOME to a JDK"
awk 'BEGIN {
    srand(1); print "a,b,c,d,class"
    for (i = 0; i < 100000; i++) printf "%.9f,%.9f,%.9f,%.9f,%d\n", rand(), rand(), rand(), rand(), i % 3
}' >"$work/rows.csv"
prepare
use_sqlite
quick=(-Xmx512m "${quick[@]}")
start 1
at=http://127.0.0.1:${port[1]}
touch "$work/faults"

use "$warming"
figures "after $warming s of use"
first=("$heap" "$threads" "$descriptors" "$size")
say "using it for $minutes minutes"
use $((minutes * 60))
figures "after $minutes minutes more"

say "answers: $(cat "$work"/status-* | sort | uniq -c | awk '{ printf "%s%d × %s", (NR > 1 ? ", " : ""), $1, $2 }')"
[ -s "$work/faults" ] && lose "these should not be: $(head -5 "$work/faults")"
grep -q ' ERROR ' "$work/log-1" && lose "the log has errors: $(grep -m 3 ' ERROR ' "$work/log-1")"
bound "heap, MB" "${first[0]}" "$heap" "$more_heap"
bound threads "${first[1]}" "$threads" "$more_threads"
bound descriptors "${first[2]}" "$descriptors" "$more_descriptors"
bound "database, MB" "${first[3]}" "$size" "$more_database"
say "Nothing has piled up."
