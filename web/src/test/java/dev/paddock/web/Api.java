package dev.paddock.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program uses it: a token with every request, and JSON. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvcTester mvc;

    public Api(MockMvcTester mvc) {
        this.mvc = mvc;
    }

    public MvcTestResult get(String path, String token) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + token).exchange();
    }

    public MvcTestResult send(HttpMethod method, String path, String json, String token) {
        return send(method, path, "application/json", json.getBytes(StandardCharsets.UTF_8), token);
    }

    public MvcTestResult upload(String path, String type, String body, String token) {
        return send(HttpMethod.POST, path, type, body.getBytes(StandardCharsets.UTF_8), token);
    }

    public MvcTestResult send(HttpMethod method, String path, String type, byte[] body, String token) {
        return mvc.method(method)
                .uri(path)
                .header("Authorization", "Bearer " + token)
                .contentType(type)
                .content(body)
                .exchange();
    }

    public static JsonNode body(MvcTestResult answer) {
        return JSON.readTree(answer.getResponse().getContentAsByteArray());
    }

    public static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
