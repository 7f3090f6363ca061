# docker build -t feedforward .
# docker run --read-only --tmpfs /tmp -v feedforward:/data -p 127.0.0.1:8080:8080 -e FEEDFORWARD_OPEN=true feedforward

FROM eclipse-temurin:25-jdk-noble AS build
WORKDIR /build
# What the build needs, in a layer of its own that is kept until the pom changes.
COPY mvnw pom.xml ./
COPY .mvn .mvn
RUN ./mvnw -B -ntp dependency:go-offline
# With .git, for the commit that /actuator/info shows; a source archive without it builds as well.
COPY . .
RUN ./mvnw -B -ntp package -DskipTests -Djacoco.skip -Dspotless.check.skip \
    && java -Djarmode=tools -jar target/feedforward-*.jar extract --layers --application-filename feedforward.jar \
        --destination layers
# SQLite's native library, or each start would unpack it to /tmp, where a tmpfs of Docker's executes nothing.
RUN mkdir native && cd native && jar -xf ../layers/dependencies/lib/sqlite-jdbc-*.jar org/sqlite/native/Linux \
    && mv "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" . && rm -r org

FROM eclipse-temurin:25-jre-noble
# The plots are drawn with a font.
RUN apt-get update \
    && apt-get install -y --no-install-recommends fontconfig fonts-dejavu-core \
    && rm -rf /var/lib/apt/lists/* \
    && install -d -o 10001 -g 10001 /data
WORKDIR /app
COPY --from=build /build/native native
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
# A first start, which ends as soon as the service is ready, leaves to later ones the classes as they are once loaded
# and linked; those take less than half the time. By the same java as theirs, or they would not use it.
RUN java --add-modules=jdk.incubator.vector -XX:AOTCacheOutput=feedforward.aot -Xlog:aot=error -Dspring.context.exit=onRefresh \
        -Dorg.sqlite.lib.path=native -jar feedforward.jar --feedforward.data-dir=/tmp/first \
    && rm -rf /tmp/*

# By number, so that Kubernetes can tell that it is not root.
USER 10001:10001
ENV SERVER_ADDRESS=0.0.0.0 FEEDFORWARD_DATA_DIR=/data
VOLUME /data
EXPOSE 8080
# By bash, as the base image has neither curl nor wget.
HEALTHCHECK --interval=10s --timeout=5s --retries=6 CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health/readiness HTTP/1.1\\r\\nHost: localhost\\r\\nConnection: close\\r\\n\\r\\n' >&3 && read -r _ status _ <&3 && [ \"$status\" = 200 ]"]
# Without memory it ends, and is started anew, rather than staying as a shell that answers nothing.
ENTRYPOINT ["java", "--add-modules=jdk.incubator.vector", "-XX:+ExitOnOutOfMemoryError", "-XX:AOTCache=feedforward.aot", "-Dorg.sqlite.lib.path=native", "-jar", "feedforward.jar"]
