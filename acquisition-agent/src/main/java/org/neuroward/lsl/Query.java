package org.neuroward.lsl;

import java.io.StringReader;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * Answers whether a description matches an XPath 1.0 query that came from the network. Queries that could take long are not
 * evaluated: those that search everywhere, walk along axes or nest conditions.
 */
final class Query {

    private static final int MOST_CONDITIONS = 8;
    private static final int MOST_PARENTHESES = 64;

    private final Element info;
    private final XPathFactory factory = XPathFactory.newDefaultInstance();

    Query(StreamDescription description) {
        this.info = parse(DescriptionWriter.fullXml(description));
        try {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        } catch (javax.xml.xpath.XPathFactoryConfigurationException e) {
            throw new AssertionError("every XPath has secure processing", e);
        }
    }

    private static Element parse(String xml) {
        try {
            DocumentBuilderFactory documents = DocumentBuilderFactory.newDefaultInstance();
            documents.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            documents.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return documents
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException | java.io.IOException e) {
            throw new IllegalStateException("our own description must be sound", e);
        }
    }

    /** Empty when the query is not evaluated: it is no XPath, or one that could take long. */
    Optional<Boolean> find(String query) {
        if (query.isBlank()) {
            return Optional.of(true);
        }
        if (!isCheap(query)) {
            return Optional.empty();
        }
        try {
            return Optional.of((Boolean) factory.newXPath().evaluate(query, info, XPathConstants.BOOLEAN));
        } catch (XPathExpressionException | StackOverflowError e) {
            return Optional.empty();
        }
    }

    /** Looks at the query outside of its quoted texts. */
    static boolean isCheap(String query) {
        if (query.length() > Limits.QUERY_CHARACTERS) {
            return false;
        }
        String bare = query.replaceAll("'[^']*'|\"[^\"]*\"", "''");
        long open = bare.chars().filter(character -> character == '[').count();
        return !bare.contains("//")
                && !bare.contains("::")
                && !bare.contains("..")
                && !bare.matches("(?s).*\\[[^\\]]*\\[.*")
                && open <= MOST_CONDITIONS
                && bare.chars().filter(character -> character == '(').count() <= MOST_PARENTHESES;
    }
}
