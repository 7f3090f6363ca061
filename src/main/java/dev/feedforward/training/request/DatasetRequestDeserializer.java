package dev.feedforward.training.request;

import dev.feedforward.json.NamedDeserializer;

/** Reads a data set's name or object. */
final class DatasetRequestDeserializer extends NamedDeserializer<String, DatasetRequest> {

    DatasetRequestDeserializer() {
        super(String.class, DatasetRequest.class, DatasetRequest::named);
    }
}
