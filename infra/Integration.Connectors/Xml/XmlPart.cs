using System.Xml;

namespace Integration.Connectors.Xml;

/// <summary>The beginning or end of an element, good until the next one is taken.</summary>
public readonly struct XmlPart
{
    private readonly XmlReader _reader;

    internal XmlPart(XmlReader reader) => _reader = reader;

    /// <summary>Its name without a prefix.</summary>
    public string Name => _reader.LocalName;

    /// <summary>True for the end of an element that is not empty.</summary>
    public bool IsEnd => _reader.NodeType == XmlNodeType.EndElement;

    /// <summary>True for an element without content, which has no end of its own.</summary>
    public bool IsEmpty => _reader.IsEmptyElement;

    /// <summary>An attribute's value, or null.</summary>
    public string? this[string attribute] => _reader.GetAttribute(attribute);
}
