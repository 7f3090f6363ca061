package dev.feedforward.training;

/** Where the defaults of a request come from. */
enum Preset {
    /** Exactly the course's recipe. */
    COURSE
}
