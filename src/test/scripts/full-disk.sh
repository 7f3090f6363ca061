#!/usr/bin/env bash
#
# Fills the disk under the embedded database while jobs train.
#
#   ./mvnw package && src/test/scripts/full-disk.sh [seconds]
#
# The data directory is on a filesystem of 60 MB in memory. While five jobs train it is filled to the last byte: POST
# /train answers 507, and the jobs stand still, shown as paused with the warning storage-full; those whose checkpoints
# are small may go on for a while in the room that SQLite has already. When there is room again all go on by themselves,
# and come out as they do undisturbed. The database is sound, also when the service is killed while the disk is full.
#
# Needs bash and curl, the Java of JAVA_HOME or of the PATH, and the right to mount a tmpfs: without it the script says
# so and ends with 0. Exits with 1 if anything was lost or differs.

# shellcheck source=common.sh
source "$(dirname "$0")/common.sh"

full=${1:-10}
length=${LENGTH:-8}
kinds=5
options=(--feedforward.training.workers=5 --feedforward.training.checkpoint-every=500ms)

cleanup_more() { umount "$work/disk" 2>/dev/null || true; }
mkdir "$work/disk"
if ! mount -t tmpfs -o size=60m feedforward-full-disk "$work/disk" 2>"$work/mount"; then
    say "NOT TESTED: a small filesystem cannot be mounted here: $(cat "$work/mount")"
    exit 0
fi

prepare
use_sqlite
start 1
train_references 1 "$length"
kill_service 1
# With nothing in it, so that there is no room within the database's files either.
database=(--feedforward.data-dir="$work/disk/data")
url=jdbc:sqlite:$work/disk/data/feedforward.db
start 1

ids=()
for ((kind = 1; kind <= kinds; kind++)); do
    submit 1 "job-$kind" "$kind" "$length"
    ids+=("$job")
done
for id in "${ids[@]}"; do await_status 1 "$id" running; done
dd if=/dev/zero of="$work/disk/filling" bs=1k 2>/dev/null && lose "the disk was not filled"
filled=$(now)
# Shown as standing still for want of room: how many of the jobs, in $still.
count_still() {
    still=0
    for id in "${ids[@]}"; do
        look 1 "$id"
        [[ $status =~ paused|running|succeeded ]] || lose "job $id has ended as it should not: $found"
        [[ $status != paused || $found != *'"code":"storage-full"'* ]] || still=$((still + 1))
    done
}
until count_still && ((still == kinds || $(now) - filled > 10000)); do sleep 0.1; done
((still > 0)) || lose "no job stands still on a full disk: $found"
say "$still of $kinds jobs stood still $(seconds $(($(now) - filled))) s after the disk was full"
# What fits into the room that SQLite has already is taken, and that is soon used up.
taken=()
while answered=$({
    printf '{"training":{"iterations":10},'
    table 1000 0 number ""
    printf '}'
} | post 1 /train) && [ "$answered" = 202 ]; do
    [[ $(<"$work/answer") =~ \"id\":([0-9]+) ]] && taken+=("${BASH_REMATCH[1]}")
done
[ "$answered" = 507 ] || lose "POST /train was answered with $answered on a full disk: $(cat "$work/answer")"
say "POST /train answered 507 after ${#taken[@]} that found room"
sleep "$full"
count_still
((still > 0)) || lose "no job stands still any more: $found"
say "$still of $kinds jobs stood still after $full s more"
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
for id in "${taken[@]}"; do await_status 1 "$id" succeeded; done
[ "$(post 1 '/train?wait=60' <<<'{}')" = 200 ] || lose "POST /train fails with room: $(cat "$work/answer")"

# And killed while it is full: what is left is sound.
submit 1 last 5 "$length"
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
check_ended 1 "$expected" last 5
say "OK: $((kinds + 1 + ${#taken[@]})) jobs went through a full disk and came out alike, the database is sound; in $SECONDS s"
