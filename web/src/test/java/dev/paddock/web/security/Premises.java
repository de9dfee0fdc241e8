package dev.paddock.web.security;

import dev.paddock.people.Caller;
import dev.paddock.people.Cast;
import dev.paddock.people.Role;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A campaign with its people, a comparison in it, and strangers outside; made through the API. */
final class Premises {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvcTester mvc;
    private final Map<Actor, Caller> callers = new EnumMap<>(Actor.class);
    private final Map<Actor, String> tokens = new EnumMap<>(Actor.class);

    private final String campaign;
    private final String task;
    private final String comparison;
    private final String conversation;
    private final String run;

    Premises(MockMvcTester mvc, Cast cast) {
        this.mvc = mvc;
        enter(Actor.OWNER, cast.olive(), cast);
        enter(Actor.LEAD_OF_IT, cast.stranger(Role.LEAD), cast);
        enter(Actor.REVIEWER_OF_IT, cast.stranger(Role.REVIEWER), cast);
        enter(Actor.ANNOTATOR_OF_IT, cast.stranger(Role.ANNOTATOR), cast);
        enter(Actor.FOREIGN_LEAD, cast.stranger(Role.LEAD), cast);
        enter(Actor.FOREIGN_REVIEWER, cast.stranger(Role.REVIEWER), cast);
        enter(Actor.FOREIGN_ANNOTATOR, cast.stranger(Role.ANNOTATOR), cast);
        this.campaign = openCampaign();
        this.task = lease();
        this.comparison = compare();
        this.conversation =
                id(Actor.LEAD_OF_IT, HttpMethod.GET, "/api/campaigns/" + campaign + "/conversations", null, "rows");
        this.run = bestOfK();
    }

    private void enter(Actor actor, Caller caller, Cast cast) {
        callers.put(actor, caller);
        tokens.put(actor, cast.token(caller));
    }

    private String openCampaign() {
        var id = id(Actor.LEAD_OF_IT, HttpMethod.POST, "/api/campaigns", """
                {"name":"Premises %s","track":"helpfulness","task":"comparison","guideline":"g","judgementsPerItem":1,
                 "maxTurns":1,"annotatorPrompts":false,"ratings":[],"variants":["starter-warm","starter-cool"]}
                """.formatted(UUID.randomUUID()), null);
        var at = "/api/campaigns/" + id;
        send(
                Actor.LEAD_OF_IT,
                HttpMethod.POST,
                at + "/pairs",
                "[{\"messages\":[{\"role\":\"user\",\"content\":\"Hello " + id
                        + "\"}],\"responses\":[{\"text\":\"One\"},{\"text\":\"Another\"}]}]");
        send(Actor.LEAD_OF_IT, HttpMethod.POST, at + "/activation", null);
        join(at, Actor.REVIEWER_OF_IT, "reviewer");
        join(at, Actor.ANNOTATOR_OF_IT, "annotator");
        return id;
    }

    private void join(String at, Actor actor, String as) {
        var person = caller(actor).person();
        send(
                Actor.LEAD_OF_IT,
                HttpMethod.POST,
                at + "/members",
                "{\"person\":\"%s\",\"as\":\"%s\"}".formatted(person, as));
    }

    private String lease() {
        return id(Actor.ANNOTATOR_OF_IT, HttpMethod.POST, "/api/campaigns/" + campaign + "/tasks", null, "task");
    }

    private String compare() {
        var request = mvc.post()
                .uri("/api/tasks/" + task + "/comparison")
                .header("Authorization", "Bearer " + tokens.get(Actor.ANNOTATOR_OF_IT))
                .header("Idempotency-Key", "k")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"chosen\":\"left\",\"degree\":\"better\",\"then\":\"end\"}");
        return body(request.exchange()).get("id").asString();
    }

    /** It waits: nothing generates in tests of the web. */
    private String bestOfK() {
        send(Actor.LEAD_OF_IT, HttpMethod.POST, "/api/campaigns/" + campaign + "/prompts", "[{\"text\":\"Hello.\"}]");
        return id(
                Actor.LEAD_OF_IT,
                HttpMethod.POST,
                "/api/best-of-k",
                "{\"campaign\":\"%s\",\"variant\":\"starter-warm\",\"k\":2,\"temperatures\":[1]}".formatted(campaign),
                null);
    }

    /** What stands in the place of a variable of an address; more of the address than the variable where that says what it is. */
    Map<String, String> things() {
        return Map.of(
                "/campaigns/{id}",
                "/campaigns/" + campaign,
                "/conversations/{id}",
                "/conversations/" + conversation,
                "/people/{id}",
                "/people/" + caller(Actor.OWNER).person(),
                "{campaign}",
                campaign,
                "{task}",
                task,
                "{comparison}",
                comparison,
                "{run}",
                run,
                "{person}",
                caller(Actor.ANNOTATOR_OF_IT).person().toString());
    }

    /** The same with ids that nobody has. */
    Map<String, String> missing() {
        var none = UUID.randomUUID().toString();
        return Map.of(
                "/campaigns/{id}", "/campaigns/" + none,
                "/conversations/{id}", "/conversations/" + none,
                "{campaign}", none,
                "{task}", none,
                "{comparison}", none,
                "{run}", none,
                "{person}", none);
    }

    Caller caller(Actor actor) {
        return Objects.requireNonNull(callers.get(actor));
    }

    /** By token and with JSON (or a zip, by its first letters) under /api, by session and with a form's fields elsewhere. */
    MvcTestResult send(Actor actor, HttpMethod method, String path, @Nullable String body) {
        var request = mvc.method(method).uri(path);
        var api = path.startsWith("/api/");
        if (actor != Actor.NOBODY) {
            request = api
                    ? request.header("Authorization", "Bearer " + tokens.get(actor))
                    : request.with(SignIn.as(caller(actor)));
        } else if (!api) {
            request = request.with(new FormToken());
        }
        if (api && method != HttpMethod.GET) {
            var zip = "PK".equals(body);
            request = request.contentType(zip ? MediaType.valueOf("application/zip") : MediaType.APPLICATION_JSON)
                    .content(body == null ? "{}" : body);
        }
        if (!api && body != null) {
            for (var field : body.split("&")) {
                request = request.param(field.split("=", 2)[0], field.split("=", 2)[1]);
            }
        }
        return request.exchange();
    }

    private String id(Actor actor, HttpMethod method, String path, @Nullable String json, @Nullable String in) {
        var body = body(send(actor, method, path, json));
        var holder = in == null ? body : body.get(in);
        return (holder.isArray() ? holder.get(0) : holder).get("id").asString();
    }

    private static JsonNode body(MvcTestResult answer) {
        var text = new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
        if (answer.getResponse().getStatus() >= 300) {
            throw new AssertionError(answer.getResponse().getStatus() + " " + text);
        }
        return JSON.readTree(text);
    }
}
