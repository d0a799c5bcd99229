namespace Integration.Mapping.Documents;

/// <summary>The kind of a document field.</summary>
public enum SchemaKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A decimal or whole number.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date or a moment.</summary>
    Date,

    /// <summary>A linked object.</summary>
    Object,

    /// <summary>A collection of objects.</summary>
    Collection,
}
