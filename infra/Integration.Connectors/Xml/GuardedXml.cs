using System.Xml;

namespace Integration.Connectors.Xml;

/// <summary>The one reader of XML: document types are refused, so that there are neither bombs nor outside entities; nothing is fetched; and what is too long is not read to its end.</summary>
public static class GuardedXml
{
    /// <summary>The elements' beginnings and ends, in order. Each is good until the next one is taken.</summary>
    /// <param name="document">The document.</param>
    /// <param name="mostCharacters">Most characters of it.</param>
    /// <exception cref="InvalidDataException">It is no XML, has a document type, or is too long; thrown while reading on.</exception>
    public static IEnumerable<XmlPart> Elements(Stream document, long mostCharacters)
    {
        using var reader = XmlReader.Create(document, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = mostCharacters, IgnoreWhitespace = true, IgnoreComments = true, IgnoreProcessingInstructions = true,
        });
        while (IsThereMore(reader))
            if (reader.NodeType is XmlNodeType.Element or XmlNodeType.EndElement) yield return new XmlPart(reader);
    }

    private static bool IsThereMore(XmlReader reader)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException wrong)
        {
            // The message may hold what the sender wrote.
            throw new InvalidDataException($"The document is no XML that is read here (line {wrong.LineNumber}).");
        }
    }
}
