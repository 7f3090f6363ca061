package dev.feedforward.error;

/** A body that can be read but not used; tells all its faults at once. */
public class InvalidRequestException extends ServiceException {

    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // Thrown and answered within one request, never serialised.
    private final Faults faults;

    /** @param faults what is wrong; at least one */
    public InvalidRequestException(Faults faults) {
        this(ProblemType.INVALID_REQUEST, faults);
    }

    /**
     * @param type what kind of thing cannot be used
     * @param faults what is wrong with it; at least one
     */
    public InvalidRequestException(ProblemType type, Faults faults) {
        super(type, detail(type, faults), type.remedy());
        this.faults = faults;
    }

    public Faults faults() {
        return faults;
    }

    private static String detail(ProblemType type, Faults faults) {
        int count = faults.count();
        if (count == 1) {
            Fault only = faults.list().get(0);
            return only.pointer() + ": " + only.detail();
        }
        int told = faults.list().size();
        String what = type == ProblemType.INVALID_DATASET ? "file" : "body";
        return "%d things are wrong with the %s%s."
                .formatted(count, what, told < count ? "; the first " + told + " are told" : "");
    }
}
