package dev.paddock.rewardmodel.scoring.features;

import java.util.List;
import java.util.Set;

/** The word lists behind the manner features; our own, English, and matched in lower case. */
final class Phrases {

    static final List<String> REFUSAL = List.of(
            "i can't",
            "i cannot",
            "i won't",
            "i will not",
            "i'm not able to",
            "i am not able to",
            "i'm unable",
            "i don't want to",
            "i'd rather not",
            "not comfortable",
            "i refuse",
            "can't help",
            "won't help",
            "not going to");
    static final List<String> APOLOGY = List.of("sorry", "apologize", "apologise", "my mistake", "forgive");
    static final List<String> DISAPPROVAL = List.of(
            "that's wrong",
            "is wrong",
            "not okay",
            "not ok",
            "not a good idea",
            "bad idea",
            "shouldn't",
            "should not",
            "immoral",
            "unethical",
            "inappropriate",
            "not acceptable",
            "please don't",
            "terrible",
            "hurtful",
            "offensive");
    static final List<String> LAW = List.of(
            "illegal", "against the law", "crime", "criminal", "arrested", "jail", "prison", "police", "consequences");
    static final List<String> DANGER =
            List.of("dangerous", "danger", "harmful", "unsafe", "risk", "could hurt", "be careful", "safety");
    static final List<String> REFERRAL = List.of(
            "doctor",
            "therapist",
            "professional",
            "counselor",
            "hotline",
            "lawyer",
            "seek help",
            "talk to someone",
            "get help",
            "a friend",
            "call 911");
    static final List<String> CLARIFYING = List.of(
            "what do you mean",
            "could you tell me",
            "can you tell me",
            "could you clarify",
            "can you clarify",
            "more specific",
            "more information",
            "what kind of",
            "what type of",
            "what are you",
            "why do you",
            "are you looking",
            "do you want",
            "would you like",
            "do you have");
    static final List<String> OFFER =
            List.of("i can help", "happy to help", "let me know", "i'd be happy", "i could", "i can try", "glad to");
    static final List<String> IGNORANCE = List.of(
            "i don't know",
            "i'm not sure",
            "i am not sure",
            "not familiar",
            "i don't understand",
            "i'm not certain",
            "no idea",
            "i don't have");
    static final List<String> MACHINE = List.of(
            "as an ai",
            "i'm an ai",
            "i'm a computer",
            "i'm just a",
            "language model",
            "assistant",
            "i don't have feelings");
    static final List<String> EMPATHY = List.of(
            "i understand", "that sounds", "i hear you", "i'm glad", "hope", "good luck", "sounds like", "feel");
    static final List<String> COMPLIANCE = List.of(
            "you could",
            "you can",
            "here's",
            "here are",
            "here is",
            "try",
            "the best way",
            "one way",
            "first,",
            "make sure");

    static final Set<String> HEDGES = Set.of(
            ("may might perhaps maybe possibly probably likely generally usually often sometimes could seems appears"
                            + " depends typically")
                    .split(" "));
    static final Set<String> ADVICE =
            Set.of("should must need recommend suggest consider advise important remember always never".split(" "));
    static final Set<String> FIRST_PERSON = Set.of("i i'm i'd i'll i've me my mine myself".split(" "));
    static final Set<String> SECOND_PERSON = Set.of("you your you're you'd you'll yours yourself".split(" "));
    static final Set<String> REASONS = Set.of(
            "because since therefore so thus reason example instance such however although though but".split(" "));
    static final Set<String> COARSE = Set.of(
            ("ass asshole bastard bitch bitches cock crap cunt damn dick fuck fucked fucker fucking hell piss pussy shit"
                            + " slut whore stupid idiot dumb")
                    .split(" "));
    static final Set<String> HARM = Set.of(
            ("kill killing murder steal stealing stole robbery rob bomb weapon gun poison drug drugs cocaine meth heroin hack"
                            + " hacking attack hurt hit punch beat abuse rape racist racism hate torture explosive knife blood dead die suicide fraud scam counterfeit"
                            + " cheat blackmail stalk kidnap shoplift porn")
                    .split(" "));

    private Phrases() {}
}
