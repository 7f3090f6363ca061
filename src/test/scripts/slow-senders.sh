#!/usr/bin/env bash
#
# Sends thousands of requests so slowly that they never end, and sees that the service answers everybody else.
#
#   ./mvnw package && src/test/scripts/slow-senders.sh [senders [seconds]]
#
# Starts the packaged jar with a heap of 512 MB, and lets 8,000 senders at it for 60 s, first with the headers of a
# request, then with a body. Meanwhile the health check must answer within a second each time, and a model every
# question; afterwards no connection of theirs may be left, and the heap, after a collection, may hold at most 20 % more
# than before.
#
# Needs bash, curl and awk, and the JDK of JAVA_HOME or of the PATH.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

senders=${1:-8000}
seconds=${2:-60}
jcmd=${JAVA_HOME:+$JAVA_HOME/bin/}jcmd

heap() { # kB in use after a collection
    # Twice, as the first leaves what was only then found to be unused.
    "$jcmd" "${pid[1]}" GC.run >"$work/jcmd"
    "$jcmd" "${pid[1]}" GC.run >"$work/jcmd"
    "$jcmd" "${pid[1]}" GC.class_histogram | awk 'END {print int($3 / 1024)}'
}

metric() { # name
    curl -sS --max-time 30 "http://127.0.0.1:${port[1]}/actuator/metrics/$1" |
        sed -n 's/.*"statistic":"\(VALUE\|COUNT\)","value":\([0-9]*\).*/\2/p'
}

ulimit -n "$(ulimit -Hn)" || true
prepare
quick=(-Xmx512m "${quick[@]}")
start 1
curl -sSf -o "$work/trained" --max-time 60 -X POST "http://127.0.0.1:${port[1]}/train?wait=60"
# So much that what is only allocated once is there.
for ((i = 0; i < 300; i++)); do curl -sSf -o "$work/predicted" "http://127.0.0.1:${port[1]}/predict?bits=0110"; done
before=$(heap)
say "$senders senders for $seconds s each; $before kB of heap in use before, load $(cut -d' ' -f1-3 /proc/loadavg)"

for kind in headers body; do
    "$java" -Xshare:auto -XX:TieredStopAtLevel=1 src/test/scripts/SlowSenders.java "${port[1]}" "$senders" "$seconds" \
        "$kind" >"$work/told" 2>&1 || lose "somebody else was not served, while there were slow $kind: $(cat "$work/told")"
    say "$kind: $(cat "$work/told"); load $(cut -d' ' -f1-3 /proc/loadavg)"
done

deadline=$((SECONDS + patience))
until [ "$(metric feedforward.connections)" -le 3 ]; do
    ((SECONDS < deadline)) || lose "connections are left: $(metric feedforward.connections)"
    sleep 1
done
after=$(heap)
say "$after kB of heap in use after, $(metric feedforward.connections.given.up) connections were given up"
((after * 100 <= before * 120)) || lose "the heap holds $after kB, after $before kB before"
