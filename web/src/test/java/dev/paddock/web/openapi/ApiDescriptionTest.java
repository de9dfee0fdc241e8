package dev.paddock.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.paddock.web.WebTest;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What /api/openapi says, held against what is there. */
@WebTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiDescriptionTest {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JsonMapper json;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    JsonNode api;

    @BeforeAll
    void fetch() {
        var answer = mvc.get().uri("/api/openapi").exchange();
        assertThat(answer).hasStatusOk();
        api = json.readTree(answer.getResponse().getContentAsByteArray());
    }

    @Test
    void introducesItself() {
        assertThat(api.at("/info/title").asString()).isEqualTo("Paddock");
        assertThat(api.at("/info/version").asString()).isNotEmpty();
        assertThat(api.at("/info/description").asString())
                .contains("Authorization: Bearer", "Idempotency-Key", "/stream", "cursor");
    }

    @Test
    void namesEveryAddressThatIsThere() {
        var there = requestMappingHandlerMapping.getHandlerMethods().entrySet().stream()
                .filter(mapping -> mapping.getValue().getBeanType().getName().startsWith("dev.paddock."))
                .flatMap(mapping -> mapping.getKey().getPatternValues().stream()
                        .filter(pattern -> pattern.startsWith("/api/"))
                        .flatMap(pattern -> mapping.getKey().getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + pattern)))
                .collect(Collectors.toCollection(TreeSet::new));
        var told = new TreeSet<String>();
        operations((name, operation) -> told.add(name));

        assertThat(told).isEqualTo(there);
    }

    @Test
    void saysOfEachOperationWhatItIsForInOneSentence() {
        operations((name, operation) -> {
            assertThat(operation.path("summary").asString("")).as(name).matches("[A-Z].{10,120}\\.");
            assertThat(operation.path("tags").size()).as(name).isOne();
            assertThat(operation.path("tags").path(0).asString("")).as(name).doesNotEndWith("-api");
        });
    }

    @Test
    void namesEachOperationOnce() {
        var names = new TreeSet<String>();
        operations((name, operation) -> {
            assertThat(operation.path("operationId").asString()).as(name).matches("[a-z][A-Za-z]+");
            assertThat(names.add(operation.path("operationId").asString()))
                    .as(name)
                    .isTrue();
        });
    }

    @Test
    void asksForATokenEverywhere() {
        assertThat(api.at("/components/securitySchemes/token/scheme").asString())
                .isEqualTo("bearer");
        assertThat(api.path("security").toString()).isEqualTo("[{\"token\":[]}]");
        operations((name, operation) -> assertThat(operation.has("security"))
                .as(name + " says otherwise")
                .isFalse());
    }

    @Test
    void tellsOfEachOperationHowItRefuses() {
        operations((name, operation) -> assertThat(operation
                        .at("/responses/default/content/application~1problem+json/schema/$ref")
                        .asString(""))
                .as(name)
                .isEqualTo("#/components/schemas/Problem"));
        var problem = api.at("/components/schemas/Problem/properties");
        assertThat(problem.propertyNames()).contains("type", "title", "status", "detail", "errors");
    }

    @Test
    void asksNobodyWhoTheyAre() {
        operations((name, operation) -> assertThat(operation.path("parameters").valueStream())
                .as(name)
                .noneMatch(parameter -> parameter.path("name").asString().equals("caller")));
        assertThat(api.at("/components/schemas").propertyNames()).doesNotContain("Caller");
    }

    @Test
    void writesEnumerationsAsTheyGoOverTheWire() {
        assertThat(api.findValues("enum"))
                .isNotEmpty()
                .allSatisfy(words -> assertThat(words.valueStream().map(JsonNode::asString))
                        .allMatch(word -> word.matches("[a-z]+(-[a-z]+)*")));
    }

    @Test
    void listsTheWordsOfEverythingThatTakesWords() {
        var comparison = api.at("/components/schemas/ComparisonBody/properties");
        assertThat(words(comparison.path("chosen"))).containsExactly("left", "right");
        assertThat(words(comparison.path("degree")))
                .containsExactly("significantly-better", "better", "slightly-better", "negligibly-better");
        assertThat(words(comparison.path("safety"))).containsExactly("chosen-safe", "both-safe", "both-unsafe");
        assertThat(words(comparison.path("then"))).containsExactly("continue", "end");
        var export = "/api/campaigns/{id}/comparisons";
        assertThat(words(parameter(export, "get", "format").path("schema"))).containsExactly("trl", "hh");
        assertThat(words(parameter(export, "get", "margin").path("schema"))).containsExactly("none", "small", "large");
        assertThat(words(parameter(export, "post", "degree").path("schema"))).hasSize(4);
        var message = api.at("/components/schemas/MessageRequest/properties");
        assertThat(words(message.path("riskCategory"))).hasSize(3);
        assertThat(words(message.path("attackVector"))).hasSize(7);
    }

    @Test
    void knowsWhatGoesInAndOutWhereItIsNotPlainJson() {
        var paths = api.path("paths");
        assertThat(paths.at("/~1api~1campaigns~1{id}~1prompts/post/requestBody/content")
                        .propertyNames())
                .contains("application/json", "application/jsonl", "text/csv");
        assertThat(paths.at("/~1api~1campaigns~1{id}~1pairs/post/requestBody/content")
                        .propertyNames())
                .contains("application/json", "application/jsonl");
        assertThat(paths.at("/~1api~1campaigns~1{id}~1comparisons/post/requestBody/content")
                        .propertyNames())
                .contains("application/json", "application/jsonl");
        for (var lines : List.of("/~1api~1campaigns~1{id}~1comparisons", "/~1api~1best-of-k~1{run}~1best-samples")) {
            var export = paths.at(lines + "/get/responses/200");
            assertThat(export.path("description").asString()).contains("breaks off");
            assertThat(export.path("content").propertyNames()).containsExactly("application/jsonl");
            assertThat(export.path("headers").propertyNames())
                    .containsExactlyInAnyOrder("Paddock-Rows", "Content-Disposition");
        }
        assertThat(paths.at("/~1api~1tasks~1{task}~1stream/get/responses/200/content")
                        .propertyNames())
                .containsExactly("text/event-stream");
        assertThat(paths.at("/~1api~1tasks~1{task}~1draft/put/requestBody/content/application~1json/schema/type")
                        .asString())
                .isEqualTo("object");
        assertThat(parameter("/api/tasks/{task}/comparison", "post", "Idempotency-Key")
                        .path("description")
                        .asString(""))
                .isNotEmpty();
    }

    @Test
    void saysOfScoresHowLongTheyWaitedAndWereComputed() {
        for (var scores : List.of("Scored", "By")) {
            assertThat(api.at("/components/schemas/" + scores + "/properties").propertyNames())
                    .contains("microsWaiting", "microsTokenising", "microsInference");
        }
    }

    /** Two records of one name would be one schema, and one of them a lie. */
    @Test
    void describesNoTwoThingsAsOne() {
        var names = api.at("/components/schemas").propertyNames();

        assertThat(names).doesNotContain("View", "Body", "Row", "Rows", "Dialogue", "SseEmitter");
        assertThat(api.at("/components/schemas/TokenView/properties").propertyNames())
                .contains("hint");
        assertThat(api.at("/components/schemas/MemberView/properties").propertyNames())
                .contains("addedAt");
        assertThat(api.at("/components/schemas/EndpointView/properties").propertyNames())
                .contains("hasKey");
        assertThat(api.at("/components/schemas/VariantView/properties").propertyNames())
                .contains("topP");
    }

    private JsonNode parameter(String path, String method, String name) {
        return api.path("paths")
                .path(path)
                .path(method)
                .path("parameters")
                .valueStream()
                .filter(each -> each.path("name").asString().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Of a schema or of the one that it refers to. */
    private Iterable<String> words(JsonNode schema) {
        var ref = schema.path("$ref").asString("");
        var meant = ref.isEmpty() ? schema : api.at(ref.substring(1));
        return meant.path("enum").valueStream().map(JsonNode::asString).toList();
    }

    private void operations(BiConsumer<String, JsonNode> each) {
        api.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method -> each.accept(
                                method.getKey().toUpperCase(java.util.Locale.ROOT) + " " + path.getKey(),
                                method.getValue())));
    }
}
