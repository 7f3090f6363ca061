package dev.feedforward.web.connection;

import java.util.Locale;

/** Why a connection is given up. */
enum Reason {
    HEADERS_LATE("headers too late"),
    BODY_LATE("bodies too late"),
    ANSWER_NOT_TAKEN("answers not taken"),
    ROOM("waiting while others needed the room"),
    REFUSED("refused, as there was no room");

    private final String told;

    Reason(String told) {
        this.told = told;
    }

    /** As it reads after a number, in the log. */
    String told() {
        return told;
    }

    /** The value of its tag in metrics. */
    String tag() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
