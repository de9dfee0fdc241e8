package dev.paddock.web;

import java.util.List;

record ShowroomForm(
        String name,
        String email,
        int judgements,
        String track,
        List<String> ratings,
        boolean prompts,
        String guideline,
        String file) {}
