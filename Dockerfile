# Build on a JDK, run on a JRE, as nobody in particular.
FROM eclipse-temurin:25-jdk AS build
RUN apt-get update && apt-get install -y --no-install-recommends maven && rm -rf /var/lib/apt/lists/*
WORKDIR /source
COPY . .
# "gpu" brings ONNX Runtime with CUDA instead of the one for the CPU.
ARG PROFILES=
RUN mvn -q -DskipTests ${PROFILES:+-P $PROFILES} package \
 && java -Djarmode=tools -jar web/target/paddock.jar extract --destination /paddock

FROM eclipse-temurin:25-jre AS weights
RUN apt-get update && apt-get install -y --no-install-recommends python3-pip && rm -rf /var/lib/apt/lists/*
WORKDIR /fetch
COPY bin/weights bin/weights
ARG PADDOCK_FETCH_WEIGHTS=
RUN mkdir -p data/weights && bin/weights

FROM nvidia/cuda:12.9.1-cudnn-runtime-ubuntu24.04 AS gpu
COPY --from=eclipse-temurin:25-jre /opt/java/openjdk /opt/java/openjdk
ENV PATH=/opt/java/openjdk/bin:$PATH
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home --home-dir /paddock paddock
WORKDIR /paddock
COPY --from=build /paddock ./
COPY --from=weights --chown=paddock /fetch/data ./data
RUN chown paddock data
USER paddock
EXPOSE 8080
VOLUME /paddock/data
HEALTHCHECK --interval=10s --start-period=60s --retries=6 CMD curl -fsS http://127.0.0.1:${SERVER_PORT:-8080}/actuator/health || exit 1
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=60", "-jar", "paddock.jar"]

FROM eclipse-temurin:25-jre AS cpu
# The same user as above. PostgreSQL's own programs would refuse root, and so should we.
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN useradd --system --uid 10001 --create-home --home-dir /paddock paddock
WORKDIR /paddock
COPY --from=build /paddock ./
COPY --from=weights --chown=paddock /fetch/data ./data
RUN chown paddock data
USER paddock
EXPOSE 8080
VOLUME /paddock/data
HEALTHCHECK --interval=10s --start-period=60s --retries=6 CMD curl -fsS http://127.0.0.1:${SERVER_PORT:-8080}/actuator/health || exit 1
ENTRYPOINT ["java", "--enable-native-access=ALL-UNNAMED", "-XX:MaxRAMPercentage=60", "-jar", "paddock.jar"]
