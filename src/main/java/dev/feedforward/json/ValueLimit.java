package dev.feedforward.json;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How much the rows of one JSON body may hold. A byte limit alone does not bound memory: a number takes two bytes in
 * JSON, and eight and more once it is read.
 *
 * @param values numbers, bits and labels in all rows of a body together
 */
@Validated
@ConfigurationProperties("feedforward.limits")
record ValueLimit(@DefaultValue("5000000") @Min(1) long values) {}
