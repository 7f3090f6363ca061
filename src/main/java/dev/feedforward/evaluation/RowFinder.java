package dev.feedforward.evaluation;

import dev.feedforward.dataset.Datasets;
import dev.feedforward.dataset.TablePart;
import dev.feedforward.dataset.builtin.Drawing;
import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.dataset.rows.Answers;
import dev.feedforward.dataset.table.Part;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.memory.RequestMemory;
import dev.feedforward.model.store.Model;
import dev.feedforward.model.store.ModelRows;
import dev.feedforward.nn.data.Matrix;
import dev.feedforward.nn.data.RowSource;
import dev.feedforward.nn.data.Samples;
import dev.feedforward.nn.training.TrainingRows;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the rows that a model is to be judged by. */
@Component
class RowFinder {

    /** Bytes of a row's label, place and what is found out about it. */
    private static final long ROW = 64;

    /** Bytes of a number that is answered and of what should be, each in both units. */
    private static final long ANSWER = 4 * Double.BYTES;

    private final Datasets datasets;
    private final ModelRows rows;

    RowFinder(Datasets datasets, ModelRows rows) {
        this.datasets = datasets;
        this.rows = rows;
    }

    /**
     * The rows that are meant.
     *
     * @param drawing how the data set is drawn, of a built-in one
     * @throws ServiceException if there are none, or they do not fit the model
     */
    RatedRows find(Model model, WhichRows which, Drawing drawing) {
        if (which.dataset() != null) {
            return of(model, datasets.part(which.dataset(), drawing, which.rows()));
        }
        drawing.refuseWithoutDataset();
        return pick(model, rows.of(model), which.rows() == null ? Part.TEST : which.rows());
    }

    /**
     * The rows that a network in training is judged by: those to test with, or to learn from where there are no others.
     *
     * @param part which of its own rows; null for whatever there are
     * @throws ServiceException if there are no such rows
     */
    RatedRows own(Model model, @Nullable Part part) {
        TrainingRows own = rows.of(model);
        Part whatThereIs = own.test() == null ? Part.TRAINING : Part.TEST;
        return pick(model, own, part == null ? whatThereIs : part);
    }

    private static RatedRows pick(Model model, TrainingRows own, Part part) {
        return switch (part) {
            case TEST -> new RatedRows(null, Part.TEST, test(own, model));
            case TRAINING -> new RatedRows(null, Part.TRAINING, own.training());
            case ALL ->
                throw new ServiceException(
                        ProblemType.INVALID_PARAMETER,
                        "rows=all names no data set.",
                        "Say rows=test or rows=training, or name a data set with dataset=.");
        };
    }

    private static Samples test(TrainingRows own, Model model) {
        Samples test = own.test();
        if (test != null) {
            return test;
        }
        RowSource unanswered = own.unanswered();
        throw new ServiceException(
                ProblemType.NO_TEST_ROWS,
                unanswered == null
                        ? "%s was trained without rows to test with.".formatted(model.ref())
                        : "The %d test rows of %s came without answers, so there is nothing to judge it by."
                                .formatted(unanswered.rows(), model.ref()),
                unanswered == null
                        ? ProblemType.NO_TEST_ROWS.remedy()
                        : "Train again with testAnswers, name a data set with dataset=, or say rows=training.");
    }

    private static RatedRows of(Model model, TablePart part) {
        Classes classes = model.definition().encoding().classes();
        RequestMemory.take(part.rows().length
                * (ROW + ANSWER * model.network().architecture().outputs()));
        Matrix answers = answers(model, classes, part.answers(classes != null));
        if (answers.rows() == 0) {
            throw new ServiceException(
                    ProblemType.NO_TEST_ROWS,
                    "The data set \"%s\" has no such rows.".formatted(part.name()),
                    "Say rows=all.");
        }
        Samples samples = new Samples(part.inputs(model.definition().encoding().columns(), model.inputs()), answers);
        return new RatedRows(part.name(), part.part(), samples);
    }

    private static Matrix answers(Model model, @Nullable Classes classes, Answers given) {
        if (classes != null) {
            List<String> labels = given.labels() != null ? given.labels() : labels(given.numbers());
            checkKnown(classes, labels);
            return Answers.ofLabels(labels).encode(classes);
        }
        int outputs = model.network().architecture().outputs();
        if (given.labels() != null || given.numbers().columns() != outputs) {
            throw unfit(
                    given.labels() != null
                            ? "Its answers are labels, the model's are numbers."
                            : "It has %d columns of answers, the model gives %d."
                                    .formatted(given.numbers().columns(), outputs));
        }
        return given.numbers();
    }

    /** Of numbers in one column, the whole ones as digits; of others nothing that a class could be called. */
    private static List<String> labels(Matrix numbers) {
        if (numbers.columns() != 1) {
            throw unfit("It has %d columns of answers, the model tells classes apart.".formatted(numbers.columns()));
        }
        return DoubleStream.of(numbers.values())
                .mapToObj(value -> value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value))
                .toList();
    }

    private static void checkKnown(Classes classes, List<String> labels) {
        List<String> unknown = labels.stream()
                .filter(label -> !classes.labels().contains(label))
                .toList();
        if (!unknown.isEmpty()) {
            throw unfit("%d of its rows are of classes that the model does not know: %s; it knows %s."
                    .formatted(unknown.size(), brief(unknown), brief(classes.labels())));
        }
    }

    private static String brief(List<String> labels) {
        List<String> different = labels.stream().distinct().limit(11).toList();
        return different.stream().limit(10).collect(Collectors.joining(", ")) + (different.size() > 10 ? " …" : "");
    }

    private static ServiceException unfit(String why) {
        return new ServiceException(
                ProblemType.DATASET_DOES_NOT_FIT,
                "The data set cannot be put to the model. " + why,
                ProblemType.DATASET_DOES_NOT_FIT.remedy());
    }
}
