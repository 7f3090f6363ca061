package dev.feedforward.training.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.database.StoredJson;
import dev.feedforward.dataset.store.DatasetDefinition;
import dev.feedforward.dataset.table.MissingValues;
import dev.feedforward.dataset.table.Splitting;
import dev.feedforward.model.metrics.OutputMeaning;
import dev.feedforward.model.store.Definition;
import dev.feedforward.training.history.CostPoint;
import dev.feedforward.training.request.TrainRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was stored before a part was added to it is read without that part. */
class StoredByEarlierVersionsTests {

    private static final Recipe COURSE = TrainRequest.EMPTY.recipe(null, null, TrainingData.COURSE);

    private final StoredJson json = new StoredJson();

    @Test
    void recipesDoNotTellWhatTheRequestSaid() {
        Recipe read = without("said", COURSE, Recipe.class);

        assertThat(read.said()).isNull();
        assertThat(read.settings()).isEqualTo(COURSE.settings());
    }

    @Test
    void dataSetsOfRecipesDoNotTellTheHashOfTheirFile() {
        DatasetSource source = new DatasetSource("iris", 7L, true, null, null, null, "abc");

        assertThat(without("sha256", source, DatasetSource.class))
                .isEqualTo(new DatasetSource("iris", 7L, true, null, null, null, null));
    }

    @Test
    void dataSetsHaveNoWarnings() {
        DatasetDefinition definition = new DatasetDefinition(
                List.of(), List.of(), List.of(), 1, 0, 0, Splitting.NONE, MissingValues.REFUSE, "abc", 3, List.of());

        assertThat(without("warnings", definition, DatasetDefinition.class)).isEqualTo(definition);
    }

    @Test
    void modelsFindOutWhatTheirOutputsMean() {
        PreparedTraining training = new PreparedTraining(COURSE, null, TrainingData.COURSE, "1");
        Definition definition = training.definition(training.network().parameters(), CostPoint.figures(null, 1.0));

        assertThat(without("meaning", definition, Definition.class).meaning()).isEqualTo(OutputMeaning.YES_OR_NO);
    }

    private <T> T without(String field, T value, Class<T> type) {
        ObjectNode stored = (ObjectNode) JsonMapper.shared().readTree(json.write(value));
        assertThat(stored.remove(field)).isNotNull();
        return json.read(stored.toString(), type);
    }
}
