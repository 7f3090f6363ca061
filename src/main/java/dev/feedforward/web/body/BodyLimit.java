package dev.feedforward.web.body;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a request may hold.
 *
 * @param body the largest JSON body that is read
 */
@ConfigurationProperties("feedforward.limits")
record BodyLimit(@DefaultValue("32MB") DataSize body) {}
