package dev.feedforward.training.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.feedforward.FeedforwardTest;
import dev.feedforward.training.TrainingCalls;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What is fine is not warned of: the course's example, the README's, and the built-in sets as the page teaches them.
 */
@FeedforwardTest
class NoWarningTests extends TrainingCalls {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            the course   | {}
            slower       | {'training': {'learningRate': 0.3}}
            xor          | {'inputs': ['00','01','10','11'], 'answers': [0,1,1,0], 'network': {'hidden': [3], 'activation': 'tanh', 'bias': true}, 'training': {'iterations': 5000, 'learningRate': 0.5}}
            flowers      | {'preset': 'classifier', 'inputs': [[5.1,3.5,1.4,0.2],[4.9,3.0,1.4,0.2],[4.7,3.2,1.3,0.2],[7.0,3.2,4.7,1.4],[6.4,3.2,4.5,1.5],[6.9,3.1,4.9,1.5],[6.3,3.3,6.0,2.5],[5.8,2.7,5.1,1.9],[7.1,3.0,5.9,2.1]], 'answers': ['setosa','setosa','setosa','versicolor','versicolor','versicolor','virginica','virginica','virginica'], 'network': {'hidden': [16, {'neurons': 8, 'dropout': 0.1}]}, 'training': {'epochs': 300, 'optimizer': {'name': 'adamw', 'weightDecay': 0.01}, 'learningRateSchedule': 'cosine'}}
            and          | {'dataset': 'and', 'network': {'hidden': [], 'bias': true}}
            or           | {'dataset': 'or', 'network': {'hidden': [], 'bias': true}}
            majority     | {'dataset': 'majority', 'network': {'hidden': [], 'bias': true}}
            xor set      | {'dataset': 'xor', 'network': {'hidden': [4], 'bias': true}}
            parity       | {'dataset': 'parity-4', 'network': {'hidden': [8], 'bias': true}}
            gauss        | {'dataset': 'gauss', 'network': {'hidden': [4], 'activation': 'tanh', 'bias': true}, 'training': {'learningRate': 0.03, 'optimizer': 'adam', 'loss': 'binary_cross_entropy', 'batchSize': 32, 'iterations': 3000}}
            circle       | {'dataset': 'circle', 'network': {'hidden': [6], 'activation': 'tanh', 'bias': true}, 'training': {'learningRate': 0.03, 'optimizer': 'adam', 'loss': 'binary_cross_entropy', 'batchSize': 32, 'iterations': 3000}}
            xor-2d       | {'dataset': 'xor-2d', 'network': {'hidden': [6], 'activation': 'tanh', 'bias': true}, 'training': {'learningRate': 0.03, 'optimizer': 'adam', 'loss': 'binary_cross_entropy', 'batchSize': 32, 'iterations': 3000}}
            spiral       | {'dataset': 'spiral', 'network': {'hidden': [16, 16], 'activation': 'silu', 'bias': true}, 'training': {'learningRate': 0.01, 'optimizer': 'adam', 'loss': 'binary_cross_entropy', 'batchSize': 32, 'iterations': 6000}}
            one-hot      | {'preset': 'classifier', 'inputs': [[0,0],[0,1],[1,0],[1,1]], 'answers': [[1,0,0],[0,1,0],[0,0,1],[0,1,0]]}
            one the rest | {'inputs': [[0],[1],[2],[3]], 'answers': ['a','a','b','b'], 'network': {'bias': true}, 'training': {'loss': 'binary_cross_entropy'}}
            signs        | {'inputs': [[-1],[1],[-2],[2]], 'answers': [-1,1,-1,1], 'network': {'activation': 'tanh', 'outputActivation': 'tanh'}, 'training': {'learningRate': 0.1}}
            """)
    void warnsOfNothingThatIsFine(String name, String request) throws Exception {
        assertThat(train(request).get("warnings")).as(name).isEmpty();
    }
}
