package dev.paddock.web.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

    private final Markdown markdown = new Markdown();

    @Test
    void rendersWhatModelsWrite() {
        var html = markdown.render(
                "# Dal\n\n1. *rinse*\n2. **boil** `x < y`\n\n| a | b |\n|:--|--:|\n| 1 | 2 |\n\n> quote\n");

        assertThat(html)
                .contains("<h3>Dal</h3>", "<ol>", "<em>rinse</em>", "<strong>boil</strong>", "<code>x &lt; y</code>")
                .contains("<th align=\"left\">a</th>", "<td align=\"right\">2</td>", "<blockquote>");
    }

    @Test
    void keepsASingleLineBreak() {
        assertThat(markdown.render("roses are red\nviolets are blue")).contains("red<br />\nviolets");
    }

    @Test
    void ofADocumentTheLinesFlowOn() {
        assertThat(markdown.renderDocument("It reads the mean\nafter layer 7.")).contains("mean\nafter");
        assertThat(markdown.renderDocument("<b>bold</b>\n\nnew")).contains("&lt;b&gt;", "<p>new</p>");
    }

    @Test
    void whatMayBeWiderThanThePageIsScrolledByKeyboard() {
        assertThat(markdown.render("| a | b |\n| --- | --- |\n| 1 | 2 |")).contains("<table tabindex=\"0\">");
        assertThat(markdown.render("```\ncode\n```")).contains("<pre tabindex=\"0\">");
    }

    @Test
    void sendsLinksToANewTabThatKnowsNothingOfThisOne() {
        assertThat(markdown.render("[the sea](https://example.org/salt?a=1&b=2)"))
                .contains("target=\"_blank\"", "rel=\"nofollow noopener noreferrer\"")
                .contains("href=\"https://example.org/salt?a&#61;1&amp;b&#61;2\"");
    }

    @Test
    void neverLoadsAPicture() {
        assertThat(markdown.render("![a *llama*](https://spy.example/pixel.gif)"))
                .doesNotContain("<img")
                .contains("[picture: a llama https://spy.example/pixel.gif]");
    }

    @Test
    void showsRawHtmlAsText() {
        assertThat(markdown.render("<b onclick=alert(1)>hi</b>\n\n<div style='x'>there</div>"))
                .doesNotContain("<b", "<div")
                .contains("&lt;b onclick", "&lt;div style");
    }

    @Test
    void leavesNoAddressInsidePaddock() {
        assertThat(markdown.render("[x](/people) [y](//evil.example) [z](people)"))
                .doesNotContain("href");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "<svg/onload=alert(1)>",
                "<svg><animate onbegin=alert(1) attributeName=x></svg>",
                "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
                "<math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
                "<a href='javascript:alert(1)'>x</a>",
                "[x](javascript:alert(1))",
                "[x](JaVaScRiPt:alert(1))",
                "[x](java\nscript:alert(1))",
                "[x](&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1))",
                "[x](data:text/html;base64,PHNjcmlwdD5hbGVydCgxKTwvc2NyaXB0Pg==)",
                "[x](vbscript:msgbox(1))",
                "[x](\u0001javascript:alert(1))",
                "[x]: javascript:alert(1)\n\n[x]",
                "<javascript:alert(1)>",
                "![x](javascript:alert(1))",
                "![x](x\"onerror=\"alert(1))",
                "[x](https://a.example/\"onmouseover=\"alert(1))",
                "[x](https://a.example 'title\" onmouseover=\"alert(1)')",
                "```html\"><script>alert(1)</script>\nx\n```",
                "`<script>alert(1)</script>`",
                "| <script>alert(1)</script> | b |\n|--|--|\n| <img src=x onerror=alert(1)> | d |",
                "<!-- --><script>alert(1)</script>",
                "<![CDATA[<script>alert(1)</script>]]>",
                "<x hx-get='/people' hx-trigger='load'>",
                "<form action=/sign-out method=post><button>",
                "<style>*{background:url(https://spy.example)}</style>",
                "<base href=https://evil.example>",
                "<meta http-equiv=refresh content='0;url=https://evil.example'>",
                "<link rel=stylesheet href=https://evil.example>",
            })
    void leavesNothingThatRuns(String attack) {
        assertThat(markdown.render(attack))
                .doesNotContainPattern(
                        "(?i)<(?!/?(p|br|em|strong|code|pre|blockquote|hr|ul|ol|li|h[1-6]|table|thead|tbody|tr|th|td|a)\\b)")
                .doesNotContainPattern("(?i)<[^>]*\\s(on\\w+|style|hx-[\\w-]+|src|action|class|id|name)\\s*=")
                .doesNotContainPattern("(?i)href\\s*+=\\s*+[\"']?+(?!https?:|mailto:)");
    }

    @Test
    @Timeout(10)
    void survivesNesting() {
        assertThat(markdown.render("*a ".repeat(5_000) + "b*".repeat(5_000))).startsWith("<p>*a *a");
        markdown.render("![".repeat(5_000) + "](x)".repeat(5_000));
        markdown.render("> ".repeat(5_000) + "x");
        markdown.render("*".repeat(50_000));
        markdown.render("[".repeat(50_000));
        markdown.render("- ".repeat(5_000) + "x");
    }
}
