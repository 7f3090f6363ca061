package dev.feedforward.computing;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The threads that answer requests, and how many of them may wait for one thing. */
@Component
public final class AnsweringThreads {

    /** Bodies, takers of answers, the database and turns to compute are waited for; and some have to be left. */
    private static final int SHARES = 5;

    private final int most;

    public AnsweringThreads(@Value("${server.tomcat.threads.max}") int most) {
        this.most = most;
    }

    /** How many may wait for the same, at least 1. */
    public int share() {
        return Math.max(1, most / SHARES);
    }
}
