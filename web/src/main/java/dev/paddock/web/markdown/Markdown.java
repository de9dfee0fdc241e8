package dev.paddock.web.markdown;

import java.util.List;
import org.commonmark.ext.gfm.tables.TablesExtension;
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

    private final Parser parser = Parser.builder().extensions(TABLES).build();

    // A single line break stays one: verse, addresses and code that forgot its fence read as the model wrote them.
    private final HtmlRenderer renderer = HtmlRenderer.builder()
            .extensions(TABLES)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .softbreak("<br>\n")
            .attributeProviderFactory(context -> new OpensElsewhere())
            .nodeRendererFactory(PictureAsWords::new)
            .build();

    /** @return clean HTML; every reading of the text goes through the parser first and the sanitiser after it */
    public String render(String text) {
        var document = parser.parse(text);
        document.accept(new LowerHeadings());
        return Cleaning.POLICY.sanitize(renderer.render(document));
    }
}
