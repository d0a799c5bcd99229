using Integration.Mapping.Reading;

namespace Integration.Mapping.Documents;

/// <summary>
/// What goes where: a versioned document of a pair, lane and direction. The form is described by <see cref="JsonSchema"/>
/// and in docs/mapping.md.
/// </summary>
public sealed record MappingDocument
{
    /// <summary>Its id, for example <c>xcart-acumatica.orders</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>The lane it belongs to.</summary>
    public required string Lane { get; init; }

    /// <summary>Which way it goes.</summary>
    public required MappingDirection Direction { get; init; }

    /// <summary>The name of the source's schema.</summary>
    public required string Source { get; init; }

    /// <summary>The name of the target's schema.</summary>
    public required string Target { get; init; }

    /// <summary>The rules, in order.</summary>
    public required IReadOnlyList<MappingRule> Rules { get; init; }

    /// <summary>The JSON Schema (2020-12) of mapping documents.</summary>
    public static string JsonSchema => EmbeddedText.Read("mapping-document.schema.json");

    /// <summary>Reads a document strictly.</summary>
    /// <exception cref="DocumentException">It has an unknown property, a wrong value, or an expression that cannot be parsed.</exception>
    public static MappingDocument Parse(string text) => MappingDocumentReader.Read(text);

    /// <summary>Checks every target path, and every source path that is plain, against the schemas, and makes it ready to map.</summary>
    /// <param name="source">The schema of the source; null leaves source paths unchecked.</param>
    /// <param name="target">The schema of the target; null leaves target paths unchecked.</param>
    /// <exception cref="DocumentException">A path is not known, has another type, or is written twice.</exception>
    public CompiledMapping Compile(IDocumentSchema? source, IDocumentSchema? target)
    {
        var errors = MappingChecks.Check(this, source, target);
        return errors.Count == 0 ? new CompiledMapping(this) : throw new DocumentException(errors);
    }
}
