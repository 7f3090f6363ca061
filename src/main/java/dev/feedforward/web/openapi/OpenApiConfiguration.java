package dev.feedforward.web.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the OpenAPI document says of the service as a whole. */
@Configuration(proxyBeanMethods = false)
class OpenApiConfiguration {

    private static final String DESCRIPTION = """
            A neural network that you can talk to. Three calls tell the story; *Try it out* runs each as it stands:

            1. **POST /train** with `{}` trains the course's example: a 4-4-1 network that learns, from five rows of
               four bits, to answer 1 where the second and the third bit are 1.
            2. **GET /cost** shows how its cost fell: as numbers, or with `format=png` as a picture.
            3. **GET /predict** asks it; **GET /truth-table** shows what it learned and what it did not.

            Every failure is answered as `application/problem+json`, with what happened and what to do about it; its
            `type` is a page that explains it. Numbers that are not finite are answered as `null`.
            """;

    @Bean
    OpenAPI openApi(ObjectProvider<BuildProperties> build) {
        String version =
                build.stream().map(BuildProperties::getVersion).findFirst().orElse("development");
        return new OpenAPI()
                .info(new Info()
                        .title("Feedforward")
                        .version(version)
                        .description(DESCRIPTION)
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")))
                .security(List.of())
                .servers(List.of(new Server().url("/")))
                .tags(List.of(
                        tag("Train", "Start a training job, and watch its cost fall."),
                        tag("Data sets", "Rows to train on: uploaded as CSV or JSON, or brought along."),
                        tag("Predict", "Ask a trained network."),
                        tag("Look inside", "What a network has learned, and what it has not."),
                        tag(
                                "Jobs",
                                "Training jobs: queued, running and ended; how their cost fell, and how they compare."),
                        tag("Models", "Trained networks, kept under a name in numbered versions.")));
    }

    private static Tag tag(String name, String description) {
        return new Tag().name(name).description(description);
    }
}
