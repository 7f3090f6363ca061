#!/usr/bin/env bash
#
# Flips bits in everything that is stored, and asks for it.
#
#   ./mvnw package && src/test/scripts/flipped-bytes.sh [rounds]
#
# The embedded database has data sets, models, jobs with their histories, and a paused job with its checkpoint. In each
# round one bit at a random place is flipped in a value of every kind, each of another job, model or data set. Whatever is
# asked for then is answered as before or with a 503 that says that it is damaged; lists show it as damaged beside the rest;
# what nothing was flipped of is answered as before. --feedforward.verify names each beside the service that runs, and
# nothing else. At last the job begins anew whose checkpoint it is, and what is damaged can be deleted.
#
# Needs bash and curl, and the Java of JAVA_HOME or of the PATH. Exits with 1 if anything was answered with what is damaged,
# or went unnoticed.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

rounds=${1:-50}
options=(--feedforward.training.workers=1)

# Each kind of value: its table and column, which row has it of those that belong to number N, whether it is text or bytes,
# and what it is called by who finds it damaged.
kinds=(
    "job|request|id = N|text|Job N"
    "job|outcome|id = N|text|Job N"
    "job|test_outputs|id = N|text|Job N"
    "model|definition|name = 'mN'|text|Model mN version 1"
    "model|test_outputs|name = 'mN'|text|Model mN version 1"
    "model|weights|name = 'mN'|blob|Model mN version 1"
    "model|seen_rows|name = 'mN'|blob|Model mN version 1"
    "dataset|definition|name = 'dN'|text|The data set \"dN\""
    "dataset_chunk|data|dataset_id = (select id from dataset where name = 'dN')|blob|The data set \"dN\""
    "cost_points|data|job_id = N|blob|The cost history of job N"
)
sound=$((${#kinds[@]} + 1)) # the number of those in which nothing is flipped
paused=$((sound + 1))       # the job with the checkpoint
kinds+=("" "checkpoint|state|job_id = N|blob|The checkpoint of job N")

paths=(/jobs/N /jobs/N/cost /jobs/N/evaluation "/compare?jobs=N,$sound" "/step?job=N" /models/mN
    /models/mN/versions/1/evaluation "/models/mN/versions/1/evaluation?rows=training" /models/mN/versions/1/importance
    /models/mN/versions/1/numpy /datasets/dN /datasets/dN/rows)

store() {
    local n rows
    rows=$(awk 'BEGIN { print "a,b,y"; for (i = 0; i < 100; i++) print i % 10 / 10 "," i / 100 "," (i % 10 * 10 > i ? "u" : "v") }')
    for ((n = 1; n <= sound; n++)); do
        curl -sS -f -o "$work/answer" -H 'Content-Type: text/csv' -X PUT --data-binary "$rows" \
            "http://127.0.0.1:${port[1]}/datasets/d$n?answers=y&test=0.2" || lose "the data set d$n cannot be stored"
        [ "$(post 1 '/train?wait=60' <<<"{\"name\":\"m$n\",\"dataset\":\"d$n\",\"preset\":\"classifier\",\"training\":{\"epochs\":5}}")" = 200 ] ||
            lose "m$n cannot be trained: $(cat "$work/answer")"
    done
    post 1 /train <<<'{"name":"paused","training":{"iterations":200000000,"recordEvery":1000000}}' >"$work/status"
    await_status 1 "$paused" running
    post 1 "/jobs/$paused/pause" </dev/null >"$work/status"
    until [ "$(code 1 "/predict?bits=0110&job=$paused")" = 200 ]; do sleep 0.1; done
    sleep 1 # for the checkpoint
}

# Asks for everything; the answers are in a directory of that name, in files with the number and the place of the path.
ask_all() { # directory
    local n i
    rm -rf "${work:?}/$1"
    mkdir "$work/$1"
    {
        echo 'write-out = "%{http_code} %{filename_effective}\n"'
        for ((n = 1; n <= sound; n++)); do
            for i in "${!paths[@]}"; do printf 'url = "http://127.0.0.1:%s%s"\noutput = "%s/%s/%s-%s"\n' \
                "${port[1]}" "${paths[i]//N/$n}" "$work" "$1" "$n" "$i"; done
        done
        printf 'url = "http://127.0.0.1:%s/predict?bits=0110&job=%s"\noutput = "%s/%s/%s-0"\n' \
            "${port[1]}" "$paused" "$work" "$1" "$paused"
        for i in jobs models datasets; do
            printf 'url = "http://127.0.0.1:%s/%s"\noutput = "%s/%s/%s"\n' "${port[1]}" "$i" "$work" "$1" "$i"
        done
    } >"$work/urls"
    curl -sS --max-time 60 -K "$work/urls" >"$work/$1/codes" || lose "the service does not answer"
}

# Flips a bit of every kind of value; where, is in $place, a part of a million of each.
flip_all() {
    local n table column where type masks=(1032547698BADCFE 23016745AB89EFCD 45670123CDEF89AB 89ABCDEF01234567) queries=()
    place=$(random 1000000)
    for n in "${!kinds[@]}"; do
        [ -n "${kinds[n]}" ] || continue
        IFS='|' read -r table column where type _ <<<"${kinds[n]//N/$((n + 1))}"
        # One hexadecimal digit, from 0, is exchanged for the one that differs by the bit.
        queries+=("with sound as (select rowid as row, hex($column) as h from $table where $where limit 1),
            at as (select row, h, cast(length(h) * ${place}e-6 as integer) as p from sound)
            update $table set $column = (select cast(unhex(substr(h, 1, p)
                || substr('${masks[RANDOM % 4]}', instr('0123456789ABCDEF', substr(h, p + 1, 1)), 1)
                || substr(h, p + 2)) as $type) from at)
            where rowid = (select row from sound) returning '$table.$column'")
    done
    ask "${queries[@]}" >"$work/flipped"
    [ "$(wc -l <"$work/flipped")" = $((${#kinds[@]} - 1)) ] || lose "not every kind of value was there: $(cat "$work/flipped")"
}

# Every answer is as before, or says that it is damaged; of every kind one says so.
check_answers() {
    local n expected answer status same=0 told=0 noticed
    for ((n = 1; n <= paused; n++)); do
        noticed=
        for expected in "$work/sound-answers/$n"-*; do
            answer=$work/flipped-answers/${expected##*/}
            [ -f "$answer" ] || lose "with a bit flipped at $place of ${kinds[n - 1]} ${paths[${answer##*-}]} is not answered"
            status=$(grep " $answer\$" "$work/flipped-answers/codes" | cut -d' ' -f1)
            if [ "$status" = 200 ] && cmp -s "$answer" "$expected"; then
                same=$((same + 1))
            elif grep -q '"type":"[^"]*/problems/damaged"' "$answer" &&
                { [ "$status" = 503 ] || [[ $answer == *-3 && $status == 200 ]]; }; then
                told=$((told + 1))
                noticed=yes
            else
                lose "with a bit flipped at $place of ${kinds[n - 1]} ${paths[${answer##*-}]} is answered with $status: $(cat "$answer")"
            fi
        done
        [ -n "$noticed" ] || [ "$n" = "$sound" ] || lose "a bit flipped at $place of ${kinds[n - 1]} goes unnoticed"
        [ -z "$noticed" ] || [ "$n" != "$sound" ] || lose "what nothing was flipped of is not answered"
    done
    for answer in jobs models datasets; do
        grep -q "^200 $work/flipped-answers/$answer\$" "$work/flipped-answers/codes" || lose "GET /$answer is not answered"
        grep -q "/problems/damaged" "$work/flipped-answers/$answer" || lose "GET /$answer does not show what is damaged"
    done
    say "round $round, at $place of a million: $same answers as before, $told say that it is damaged"
}

# What verification exits with; what it says is in $work/verified.
verify() {
    local code=0
    "$java" "${quick[@]}" "${database[@]}" --feedforward.verify >"$work/verified" 2>&1 </dev/null || code=$?
    echo "$code"
}

check_verified() {
    local n column name code
    code=$(verify)
    [ "$code" = 2 ] || lose "verification exits with $code: $(cat "$work/verified")"
    for n in "${!kinds[@]}"; do
        IFS='|' read -r _ column _ _ name <<<"${kinds[n]//N/$((n + 1))}"
        [ -z "$name" ] || grep -qF "$name is damaged: the database no longer holds what was stored of it ($column)" "$work/verified" ||
            lose "verification does not name $name ($column): $(cat "$work/verified")"
    done
    [ "$(grep -c 'is damaged: ' "$work/verified")" = $((${#kinds[@]} - 1)) ] ||
        lose "verification names what is not damaged: $(cat "$work/verified")"
}

prepare
use_sqlite
start 1
store
ask_all sound-answers
grep -v '^200 ' "$work/sound-answers/codes" && lose "not everything is answered"
kill_service 1
cp -r "$work/data" "$work/sound-data"
for ((round = 1; round <= rounds; round++)); do
    rm -rf "$work/data"
    cp -r "$work/sound-data" "$work/data"
    flip_all
    start 1
    ask_all flipped-answers
    check_answers
    check_verified
    [ "$round" = "$rounds" ] || kill_service 1
done

post 1 "/jobs/$paused/resume" </dev/null >"$work/status"
deadline=$((SECONDS + patience))
until look 1 "$paused" && [[ $found == *'"code":"started-anew"'* ]]; do
    ((SECONDS < deadline)) || lose "job $paused does not say that it began anew: $found"
    sleep 0.1
done
post 1 "/jobs/$paused/cancel" </dev/null >"$work/status"
for ((n = 1; n < sound; n++)); do
    for path in "/jobs/$n" "/models/m$n" "/datasets/d$n"; do
        answered=$(curl -s -o "$work/answer" -w '%{http_code}' --max-time 10 -X DELETE "http://127.0.0.1:${port[1]}$path")
        [ "$answered" = 204 ] || lose "DELETE $path is answered with $answered: $(cat "$work/answer")"
    done
done
[ "$(verify)" = 0 ] || lose "what is damaged is still there after it was deleted: $(cat "$work/verified")"
say "OK: $rounds bits in each of $((${#kinds[@]} - 1)) kinds of values, none unnoticed, in $SECONDS s"
