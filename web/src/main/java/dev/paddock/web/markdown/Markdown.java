package dev.paddock.web.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Document;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.stereotype.Component;

/**
 * Markdown by people and models, as HTML that is safe to put into a page. Raw HTML in the text is shown as text, pictures as their
 * description (nothing is loaded from elsewhere), and only web and mail addresses become links.
 */
@Component("markdown")
public class Markdown {

    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    /** No reader needs more; every level costs the renderer stack. */
    private static final int DEEPEST = 48;

    private final Parser parser =
            Parser.builder().extensions(TABLES).maxOpenBlockParsers(DEEPEST).build();

    // A single line break stays one: verse, addresses and code that forgot its fence read as the model wrote them.
    private final HtmlRenderer spoken = renderer("<br>\n");
    private final HtmlRenderer wrapped = renderer("\n");

    private static HtmlRenderer renderer(String softBreak) {
        return HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .softbreak(softBreak)
                .attributeProviderFactory(context -> new Reachable())
                .nodeRendererFactory(PictureAsWords::new)
                .build();
    }

    /** @return clean HTML; every reading of the text goes through the parser first and the sanitiser after it */
    public String render(String text) {
        return render(text, spoken);
    }

    /** Of a document, such as a card, whose single line breaks are only where its source was wrapped. */
    public String renderDocument(String text) {
        return render(text, wrapped);
    }

    private String render(String text, HtmlRenderer renderer) {
        try {
            return clean(parser.parse(text), renderer);
        } catch (StackOverflowError tooDeep) {
            // The parser recurses into nested emphasis, which somebody can nest by the thousand. Then the text stands
            // as it was typed.
            return clean(asTyped(text), renderer);
        }
    }

    private static String clean(Node document, HtmlRenderer renderer) {
        document.accept(new LowerHeadings());
        return Cleaning.POLICY.sanitize(renderer.render(document));
    }

    private static Node asTyped(String text) {
        var document = new Document();
        var paragraph = new Paragraph();
        paragraph.appendChild(new Text(text));
        document.appendChild(paragraph);
        return document;
    }
}
