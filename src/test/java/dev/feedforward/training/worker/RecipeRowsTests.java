package dev.feedforward.training.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Models;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.TrainingCalls;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Where the rows of models are found. */
@FeedforwardTest
class RecipeRowsTests extends TrainingCalls {

    @Autowired
    private Models models;

    @Autowired
    private ModelRows rows;

    @Test
    void findsTheRowsOfTheRequestAsTheyWereGiven() throws Exception {
        train("{'name': 'rows-of-request'}");

        TrainingRows found = rows.of(models.find("rows-of-request", 1));

        assertThat(found.training().inputs().row(1)).containsExactly(0, 0, 1, 1);
        assertThat(found.training().answers().values()).containsExactly(0, 0, 1, 0, 1);
        assertThat(found.validation()).isNull();
        assertThat(found.test().inputs().rows()).isEqualTo(4);
    }

    @Test
    void setsTheSameRowsAsideAsTheTraining() throws Exception {
        JsonNode job = train("{'name': 'rows-of-set', 'dataset': 'circle', 'preset': 'classifier',"
                + " 'training': {'epochs': 1, 'validationFraction': 0.25}}");
        Model model = models.find("rows-of-set", 1);

        TrainingRows found = rows.of(model);

        double cost = model.network()
                .evaluate(
                        model.definition().encoding().encode(found.validation()),
                        model.definition().training().loss())
                .cost();
        assertThat(cost)
                .isEqualTo(job.get("result").get("validation").get("cost").asDouble());
    }

    @Test
    void saysThatTheyAreGoneWithTheirJob() throws Exception {
        JsonNode job = train("{'name': 'rows-gone'}");
        caller.delete("/jobs/" + job.get("id").asLong());

        assertThatThrownBy(() -> rows.of(models.find("rows-gone", 1)))
                .isInstanceOf(ServiceException.class)
                .hasMessageContaining("The rows of rows-gone version 1 were kept with the job");
    }
}
