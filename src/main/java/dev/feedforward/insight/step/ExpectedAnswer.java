package dev.feedforward.insight.step;

import dev.feedforward.dataset.encoding.Classes;
import dev.feedforward.error.ProblemType;
import dev.feedforward.error.ServiceException;
import dev.feedforward.model.store.Model;
import dev.feedforward.nn.Activation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a network should answer, as a parameter of a URL. */
final class ExpectedAnswer {

    private ExpectedAnswer() {}

    /**
     * The answer as numbers, one an output.
     *
     * @param text a class, or numbers with commas between them
     * @throws ServiceException if it is no answer of {@code model}
     */
    static double[] parse(String text, Model model) {
        int outputs = model.network().architecture().outputs();
        Classes classes = model.definition().encoding().classes();
        if (classes != null) {
            return oneHot(classes.labels(), text);
        }
        double[] numbers = numbers(text);
        if (numbers.length == 1
                && outputs > 1
                && model.network().architecture().outputActivation() == Activation.SOFTMAX) {
            List<String> names =
                    IntStream.range(0, outputs).mapToObj(String::valueOf).toList();
            return oneHot(names, text.strip());
        }
        if (numbers.length != outputs) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "answer=%s is %d numbers, the network of %s answers with %d."
                            .formatted(text, numbers.length, model.ref(), outputs),
                    "Give a number for each output, with commas between them.");
        }
        return numbers;
    }

    private static double[] oneHot(List<String> names, String text) {
        int place = names.indexOf(text);
        if (place < 0) {
            throw new ServiceException(
                    ProblemType.INVALID_PARAMETER,
                    "answer=%s is none of the classes.".formatted(text),
                    "Give one of these: %s%s"
                            .formatted(
                                    names.stream().limit(20).collect(Collectors.joining(", ")),
                                    names.size() > 20 ? ", …" : ""));
        }
        double[] answer = new double[names.size()];
        answer[place] = 1;
        return answer;
    }

    private static double[] numbers(String text) {
        double[] numbers;
        try {
            numbers = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (NumberFormatException e) {
            throw none(text);
        }
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw none(text);
        }
        return numbers;
    }

    private static ServiceException none(String text) {
        return new ServiceException(
                ProblemType.INVALID_PARAMETER,
                "answer=%s is no finite number.".formatted(text),
                "Give a number, as in answer=1; for several outputs with commas between them, as in answer=0,1");
    }
}
