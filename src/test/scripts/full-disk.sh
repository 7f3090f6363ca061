#!/usr/bin/env bash
#
# Fills the disk under the embedded database while jobs train.
#
#   ./mvnw package && src/test/scripts/full-disk.sh [seconds]
#
# The data directory is on a filesystem of 40 MB in memory. While four jobs train it is filled to the last byte: POST
# /train answers 507, and the jobs stand still, shown as paused with the warning storage-full. The database is sound.
# When there is room again the jobs go on by themselves, and come out as they do undisturbed.
#
# Needs bash and curl, the Java of JAVA_HOME or of the PATH, and the right to mount a tmpfs: without it the script says
# so and ends with 0. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

full=${1:-10}
length=12
options=(--feedforward.training.workers=4 --feedforward.training.checkpoint-every=500ms)

cleanup_more() { umount "$work/disk" 2>/dev/null || true; }
mkdir "$work/disk"
if ! mount -t tmpfs -o size=40m feedforward-full-disk "$work/disk" 2>"$work/mount"; then
    say "NOT TESTED: a small filesystem cannot be mounted here: $(cat "$work/mount")"
    exit 0
fi

prepare
use_sqlite
database=(--feedforward.data-dir="$work/disk/data")
url=jdbc:sqlite:$work/disk/data/feedforward.db
start 1
train_references 1 "$length"

ids=()
for ((kind = 1; kind <= kinds; kind++)); do
    submit 1 "job-$kind" "$kind" "$length"
    ids+=("$job")
done
for id in "${ids[@]}"; do await_status 1 "$id" running; done
sleep 2
dd if=/dev/zero of="$work/disk/filling" bs=1k 2>/dev/null && lose "the disk was not filled"
filled=$(now)
for id in "${ids[@]}"; do
    until look 1 "$id" && [ "$status" = paused ] && [[ $found == *'"code":"storage-full"'* ]]; do
        (($(now) - filled < 30000)) || lose "job $id does not stand still on a full disk: $found"
        sleep 0.1
    done
done
say "all jobs stood still $(seconds $(($(now) - filled))) s after the disk was full"
answered=$(body too-much 2 1 | post 1 /train)
[ "$answered" = 507 ] || lose "POST /train was answered with $answered on a full disk: $(cat "$work/answer")"
sleep "$full"
for id in "${ids[@]}"; do
    look 1 "$id"
    [ "$status" = paused ] || lose "job $id does not stand still any more: $found"
done
[ "$(code 1 /actuator/health/liveness)" = 200 ] || lose "the service is not alive"

rm "$work/disk/filling"
freed=$(now)
for ((kind = 1; kind <= kinds; kind++)); do
    await_status 1 "${ids[kind - 1]}" running succeeded
done
say "all jobs went on $(seconds $(($(now) - freed))) s after there was room"
for ((kind = 1; kind <= kinds; kind++)); do
    await_status 1 "${ids[kind - 1]}" succeeded
    check_ended 1 "${ids[kind - 1]}" "job-$kind" "$kind"
done
[ "$(post 1 '/train?wait=60' <<<'{}')" = 200 ] || lose "POST /train fails with room: $(cat "$work/answer")"

# And killed while it is full: what is left is sound.
submit 1 last 1 "$length"
await_status 1 "$job" running
sleep 2
dd if=/dev/zero of="$work/disk/filling" bs=1k 2>/dev/null && lose "the disk was not filled"
sleep 2
kill_service 1
rm "$work/disk/filling"
sound=$(ask "pragma integrity_check")
[ "$sound" = ok ] || lose "the database is damaged: $sound"
expected=$job
start 1
await_status 1 "$expected" succeeded
check_ended 1 "$expected" last 1
say "OK: $((kinds + 1)) jobs went through a full disk and came out alike, the database is sound; in $SECONDS s"
