package dev.feedforward.web.security;

import org.springframework.stereotype.Component;

/** Refuses to start where other machines could call the service without anybody having said so. */
@Component
class ExposureCheck {

    ExposureCheck(Listening listening, Access access) {
        if (!listening.onlyLoopback() && !access.open()) {
            throw new ExposedException(listening.shown());
        }
    }
}
