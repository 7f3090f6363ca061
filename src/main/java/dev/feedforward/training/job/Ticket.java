package dev.feedforward.training.job;

/**
 * What a job waits with in db-scheduler's queue. A job that is queued again gets a new one, and the old one is worth
 * nothing.
 *
 * @param number counts the times the job was queued, from 1
 */
public record Ticket(long job, int number) {

    /** The ticket that {@link #toString()} wrote. */
    public static Ticket parse(String text) {
        int dash = text.indexOf('-');
        return new Ticket(Long.parseLong(text.substring(0, dash)), Integer.parseInt(text.substring(dash + 1)));
    }

    @Override
    public String toString() {
        return job + "-" + number;
    }
}
