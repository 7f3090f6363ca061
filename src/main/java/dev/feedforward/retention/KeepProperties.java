package dev.feedforward.retention;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is kept.
 *
 * @param jobs that have ended, by when they did
 * @param versions of each model's name, by when they were trained
 * @param datasets that were uploaded, by when they were, or by when the last job that is kept was asked to use them
 */
@ConfigurationProperties("feedforward.keep")
record KeepProperties(
        @DefaultValue("all") Keep jobs,
        @DefaultValue("all") Keep versions,
        @DefaultValue("all") Keep datasets) {

    boolean isAll() {
        return jobs.isAll() && versions.isAll() && datasets.isAll();
    }
}
