package dev.feedforward.web.memory;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How full the heap may be for work to be taken on.
 *
 * @param heap share in use after a collection of the heap that is for lasting data, from 0 to 1
 */
@Validated
@ConfigurationProperties("feedforward.limits")
record HeapLimit(
        @DefaultValue("0.9") @DecimalMin("0.1") @DecimalMax("1")
        double heap) {}
