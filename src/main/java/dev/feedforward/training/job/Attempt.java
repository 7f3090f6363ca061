package dev.feedforward.training.job;

/**
 * A worker's hold on a job. Whatever the worker writes is compared with it in the same transaction, so that one who was
 * taken for dead, and replaced, writes nothing any more (Kleppmann, "How to do distributed locking", 2016, calls it a
 * fencing token).
 *
 * @param number counts the times the job was taken up, from 1
 */
public record Attempt(long job, int number) {}
