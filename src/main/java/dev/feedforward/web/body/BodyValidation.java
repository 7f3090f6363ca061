package dev.feedforward.web.body;

import dev.feedforward.error.BodyCheck;
import dev.feedforward.error.Faults;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.List;
import org.springframework.core.ResolvableType;
import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.web.util.UriUtils;

/** Checks a bound body against its constraints and the {@link BodyCheck}s of its type. */
@Component
class BodyValidation {

    private final Validator validator;
    private final List<BodyCheck<?>> checks;

    BodyValidation(Validator validator, List<BodyCheck<?>> checks) {
        this.validator = validator;
        this.checks = checks;
        checks.forEach(
                check -> Assert.state(bodyOf(check) != Object.class, () -> check + " must name its body's type"));
    }

    /** Adds what is wrong with the body, except where {@code faults} says already that the value could not be read. */
    void check(Object body, Faults faults) {
        for (ConstraintViolation<Object> violation : validator.validate(body)) {
            String pointer = pointer(violation.getPropertyPath().toString());
            // Rows with a bad number among them are read as null, which is not what is wrong with them.
            boolean unread = violation.getInvalidValue() == null && faults.touch(pointer);
            if (!unread && !faults.cover(pointer)) {
                faults.add(pointer, detail(violation));
            }
        }
        checks.stream().filter(check -> bodyOf(check).isInstance(body)).forEach(check -> run(check, body, faults));
    }

    /** {@code layers[2].dropout} as {@code #/layers/2/dropout}. */
    static String pointer(String path) {
        String steps = path.replaceAll("\\[([^]]*)]", "/$1").replace('.', '/').replace("<list element>", "");
        String pointer = steps.isEmpty() || steps.startsWith("/") ? steps : "/" + steps;
        return "#" + UriUtils.encodeFragment(pointer.replaceAll("/+", "/").replaceAll("/$", ""), "UTF-8");
    }

    private static String detail(ConstraintViolation<Object> violation) {
        Object value = violation.getInvalidValue();
        boolean tellable = value instanceof Number || value instanceof Boolean || value instanceof CharSequence;
        return violation.getMessage() + (tellable ? ", but is " + shown(value) : "");
    }

    private static String shown(Object value) {
        String text = value instanceof CharSequence ? "\"" + value + "\"" : value.toString();
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }

    @SuppressWarnings("unchecked") // The body is an instance of the check's type.
    private static void run(BodyCheck<?> check, Object body, Faults faults) {
        ((BodyCheck<Object>) check).check(body, faults);
    }

    private static Class<?> bodyOf(BodyCheck<?> check) {
        return ResolvableType.forInstance(check)
                .as(BodyCheck.class)
                .getGeneric()
                .resolve(Object.class);
    }
}
