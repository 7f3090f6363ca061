/*
 * Comes between a process and its C library, for scripts that disturb the service: LD_PRELOAD=disturb.so with
 *
 *   DISTURB_CLOCK      a file of a decimal number of seconds, by which the time of day is ahead
 *   DISTURB_READ_ONLY  a file that begins with 1 while nothing below DISTURB_DIRECTORY may be written
 *
 * Both files are mapped: what is written into them holds from then on. They are to be written in place, and to be at
 * least 16 bytes long. What a clock has counted since the start (CLOCK_MONOTONIC) runs on as it does when an
 * administrator sets the time, and what fails for want of a writable disk fails with EROFS, as it does after the kernel
 * has found the filesystem broken. What is mapped into memory is not kept from being written.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/time.h>
#include <sys/types.h>
#include <time.h>
#include <unistd.h>

static const volatile char *clock_file;
static const volatile char *read_only_file;
static const char *directory;

#define NEXT(name, type) ((type) next(#name))

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

static const volatile char *map(const char *variable) {
    const char *file = getenv(variable);
    int descriptor = file == NULL ? -1 : NEXT(open, int (*)(const char *, int, ...))(file, O_RDONLY);
    if (file != NULL && descriptor < 0) {
        perror(file);
        _exit(70);
    }
    void *mapped = descriptor < 0 ? MAP_FAILED : mmap(NULL, 16, PROT_READ, MAP_SHARED, descriptor, 0);
    if (descriptor >= 0) close(descriptor);
    return mapped == MAP_FAILED ? NULL : mapped;
}

__attribute__((constructor)) static void begin(void) {
    clock_file = map("DISTURB_CLOCK");
    read_only_file = map("DISTURB_READ_ONLY");
    directory = getenv("DISTURB_DIRECTORY");
}

/* --- the time of day */

static long ahead(void) { return clock_file == NULL ? 0 : strtol((const char *) clock_file, NULL, 10); }

int clock_gettime(clockid_t clock, struct timespec *now) {
    static int (*real)(clockid_t, struct timespec *);
    if (real == NULL) real = NEXT(clock_gettime, int (*)(clockid_t, struct timespec *));
    int failed = real(clock, now);
    if (!failed && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) now->tv_sec += ahead();
    return failed;
}

int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    (void) zone;
    struct timespec exact;
    int failed = clock_gettime(CLOCK_REALTIME, &exact);
    if (!failed) *now = (struct timeval) {exact.tv_sec, exact.tv_nsec / 1000};
    return failed;
}

time_t time(time_t *now) {
    struct timespec exact = {0, 0};
    clock_gettime(CLOCK_REALTIME, &exact);
    if (now != NULL) *now = exact.tv_sec;
    return exact.tv_sec;
}

/* --- a disk that is read-only */

static int is_read_only(void) { return read_only_file != NULL && directory != NULL && *read_only_file == '1'; }

static int is_below(const char *path) {
    size_t length = strlen(directory);
    return strncmp(path, directory, length) == 0 && (path[length] == '/' || path[length] == 0);
}

static int refuses_path(const char *path) {
    if (!is_read_only() || !is_below(path)) return 0;
    errno = EROFS;
    return 1;
}

static int refuses(int descriptor) {
    char link[64], path[PATH_MAX];
    if (!is_read_only()) return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return refuses_path(path);
}

#define REFUSING(result, name, types, arguments)                                                                       \
    result name types {                                                                                                \
        if (refuses(descriptor)) return -1;                                                                            \
        static result(*real) types;                                                                                    \
        if (real == NULL) real = NEXT(name, result(*) types);                                                          \
        return real arguments;                                                                                         \
    }

REFUSING(ssize_t, write, (int descriptor, const void *from, size_t length), (descriptor, from, length))
REFUSING(ssize_t, pwrite, (int descriptor, const void *from, size_t length, off_t at), (descriptor, from, length, at))
REFUSING(ssize_t, pwrite64, (int descriptor, const void *from, size_t length, off64_t at), (descriptor, from, length, at))
REFUSING(int, ftruncate, (int descriptor, off_t length), (descriptor, length))
REFUSING(int, ftruncate64, (int descriptor, off64_t length), (descriptor, length))
REFUSING(int, posix_fallocate, (int descriptor, off_t from, off_t length), (descriptor, from, length))
REFUSING(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode))

#define OPENING(name)                                                                                                  \
    int name(const char *path, int flags, ...) {                                                                       \
        static int (*real)(const char *, int, ...);                                                                    \
        va_list rest;                                                                                                  \
        va_start(rest, flags);                                                                                         \
        mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(rest, mode_t) : 0;                                        \
        va_end(rest);                                                                                                  \
        if ((flags & O_ACCMODE || flags & O_CREAT) && refuses_path(path)) return -1;                                   \
        if (real == NULL) real = NEXT(name, int (*)(const char *, int, ...));                                          \
        return real(path, flags, mode);                                                                                \
    }

OPENING(open)
OPENING(open64)

int unlink(const char *path) { return refuses_path(path) ? -1 : NEXT(unlink, int (*)(const char *))(path); }

int rename(const char *from, const char *to) {
    return refuses_path(from) || refuses_path(to) ? -1 : NEXT(rename, int (*)(const char *, const char *))(from, to);
}
