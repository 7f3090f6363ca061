package dev.feedforward.web.security;

/** The service would listen where other machines reach it, and nobody said that it may. */
class ExposedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ExposedException(String address) {
        super("server.address is " + address
                + ", which other machines can reach, and every caller may train and delete.");
    }
}
