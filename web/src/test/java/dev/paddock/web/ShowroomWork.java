package dev.paddock.web;

import java.util.List;

class ShowroomWork {

    record Turn(String role, String content) {}

    static final List<Turn> TURNS = List.of(
            new Turn("user", "I have half a bag of red lentils and some carrots. What can I cook in twenty minutes?"),
            new Turn(
                    "assistant",
                    "A quick *dal* works well: fry onion and cumin, add the lentils and sliced carrots with twice the water, simmer for fifteen minutes and finish with lemon."),
            new Turn(
                    "user",
                    "I have no lemon and I do not like it very spicy. Can you adapt it and give me the amounts for two?"));
}
