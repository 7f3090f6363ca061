package dev.feedforward.training.worker;

import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRef;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.model.store.Moment;
import dev.feedforward.model.store.RowsPlace;
import dev.feedforward.nn.training.TrainingRows;
import dev.feedforward.training.job.JobRepository;
import dev.feedforward.training.recipe.Recipe;
import dev.feedforward.training.recipe.TrainingData;
import dev.feedforward.training.recipe.TrainingDataReader;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the rows of models by the recipes of the jobs that trained them. */
@Component
class RecipeRows implements ModelRows, RowsPlace {

    private final JobRepository jobs;
    private final TrainingDataReader reader;

    RecipeRows(JobRepository jobs, TrainingDataReader reader) {
        this.jobs = jobs;
        this.reader = reader;
    }

    @Override
    public TrainingRows of(Model model) {
        Moment moment = model.moment();
        Recipe recipe = (moment == null ? jobs.findTrainer(model.ref()) : Optional.of(moment.job()))
                .flatMap(jobs::findRecipe)
                .orElseThrow(() -> gone(model));
        TrainingData data = reader.read(recipe);
        RequestMemory.take(data.size().workedOutBytes(recipe.architecture()));
        return recipe.rows(data, model.definition().encoding().classes());
    }

    @Override
    public String of(ModelRef model) {
        return jobs.rowsPlace(model);
    }

    private static ServiceException gone(Model model) {
        return new ServiceException(
                ProblemType.ROWS_GONE,
                "The rows of %s were kept with the job that trained it, which is deleted.".formatted(model.ref()),
                ProblemType.ROWS_GONE.remedy());
    }
}
