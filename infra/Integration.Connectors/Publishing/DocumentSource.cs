namespace Integration.Connectors.Publishing;

/// <summary>Where a document that counts now comes from.</summary>
public enum DocumentSource
{
    /// <summary>Built in; the pair has none of its own.</summary>
    Shipped,

    /// <summary>Written in the pair file itself.</summary>
    Inline,

    /// <summary>A file that the pair file names.</summary>
    File,
}
