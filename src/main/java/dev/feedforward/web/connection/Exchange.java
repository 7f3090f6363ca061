package dev.feedforward.web.connection;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Objects;
import org.apache.coyote.ActionCode;
import org.apache.coyote.Constants;
import org.apache.coyote.Request;
import org.jspecify.annotations.Nullable;

/** A request while it is answered: its body and its answer as they pass through the connection. */
final class Exchange {

    /** The request's attribute that holds it. */
    static final String ATTRIBUTE = Exchange.class.getName();

    private final Request request;
    private final Flow body;
    private final Flow answer;

    private @Nullable NetworkWait wait;
    private @Nullable Runnable goingOn;

    Exchange(Request request, Flow body, Flow answer) {
        this.request = request;
        this.body = body;
        this.answer = answer;
    }

    /** Flow of the body, where the thread that asks would wait for it. */
    @Nullable
    Flow blockingBody() {
        return request.getReadListener() == null && isServed() ? body : null;
    }

    /** Flow of the answer, where the thread that asks would wait for it. */
    @Nullable
    Flow blockingAnswer() {
        return request.getResponse().getWriteListener() == null && isServed() ? answer : null;
    }

    /** Also when Tomcat swallows what nobody read, or sends what is left, but not when it looks for a next request. */
    private boolean isServed() {
        int stage = request.getRequestProcessor().getStage();
        // What was answered without a thread has ended already when the rest of its body is swallowed.
        return stage >= Constants.STAGE_SERVICE && stage <= Constants.STAGE_ENDOUTPUT || stage == Constants.STAGE_ENDED;
    }

    /** Moves bytes; if none can be moved, the thread waits from now on. */
    int move(Flow flow, Watched.Move move) throws IOException {
        flow.end();
        refuseIfGivenUp(flow);
        int count = move.run();
        if (count > 0) {
            flow.passed(count);
        } else if (count == 0) {
            if (wait != null && goingOn == null) {
                goingOn = wait.begin();
            }
            flow.begin();
        }
        return count;
    }

    private void refuseIfGivenUp(Flow flow) throws IOException {
        Reason reason = flow.givenUp();
        if (reason != null) {
            String when = reason == Reason.ROOM ? " while there was room to wait: " : " in time: ";
            throw new SocketTimeoutException(
                    flow == body
                            ? "The body did not arrive" + when + flow.told() + " came."
                            : "The answer was not taken" + when + flow.told() + " went.");
        }
    }

    /** By the thread of the request, outside of Tomcat: it waits no longer. */
    void goOn() {
        body.end();
        answer.end();
        if (goingOn != null) {
            Runnable then = Objects.requireNonNull(goingOn);
            goingOn = null;
            then.run();
        }
    }

    void tell(@Nullable NetworkWait listener) {
        wait = listener;
    }

    /** The thread has gone from the request. */
    void leave() {
        body.end();
        answer.end();
        wait = null;
        goingOn = null;
    }

    /** Ends what is being answered without a thread, at once. */
    void hangUp() {
        request.getResponse().action(ActionCode.CLOSE_NOW, new IOException("Given up, as others needed the room"));
    }

    /** Gives it up if a thread waits for its caller; whether one did. */
    boolean giveUp(Reason reason) {
        return (body.turn() > 0 ? body : answer).giveUp(reason);
    }

    /** The number of the present wait in the order of their beginning; 0 if no thread waits. */
    long turn() {
        return Math.max(body.turn(), answer.turn());
    }
}
