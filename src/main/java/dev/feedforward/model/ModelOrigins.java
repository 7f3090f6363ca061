package dev.feedforward.model;

import dev.feedforward.caching.Origin;
import dev.feedforward.caching.Origins;
import dev.feedforward.dataset.Datasets;
import dev.feedforward.dataset.store.Dataset;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.Models;
import dev.feedforward.model.store.RowsPlace;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Answers are made of a version of a model, which never changes and whose number is not given again, of its rows, which
 * may be deleted, and perhaps of a data set, which may be replaced.
 */
@Component
class ModelOrigins implements Origins {

    private static final String VERSION = "version";
    private static final String DATASET = "dataset";

    private final Models models;
    private final Datasets datasets;
    private final RowsPlace rows;

    ModelOrigins(Models models, Datasets datasets, RowsPlace rows) {
        this.models = models;
        this.datasets = datasets;
        this.rows = rows;
    }

    @Override
    public Optional<Origin> of(Map<String, String> said) {
        if (said.containsKey("job")) {
            return Optional.empty();
        }
        try {
            String version = said.get(VERSION);
            Model model = models.find(
                    said.getOrDefault("name", said.get("model")), version == null ? null : Integer.valueOf(version));
            // The numbers begin again with another database; and without its rows a model has less to tell.
            String identity = "%d %s %s %s"
                    .formatted(
                            model.id(),
                            model.createdAt(),
                            model.definition().provenance().weightsSha256(),
                            rows.of(model.ref()));
            return Optional.of(
                    said.containsKey(DATASET)
                            ? new Origin(identity + " " + dataset(said.get(DATASET)), false)
                            : new Origin(identity, version != null));
        } catch (ServiceException | NumberFormatException e) {
            // The call itself tells what is wrong.
            return Optional.empty();
        }
    }

    private String dataset(String name) {
        try {
            Dataset found = datasets.find(name);
            return found.id() + " " + found.createdAt();
        } catch (ServiceException e) {
            if (e.type() == ProblemType.DATASET_NOT_FOUND) {
                return "built in, or not there";
            }
            throw e;
        }
    }
}
