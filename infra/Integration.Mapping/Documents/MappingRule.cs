using System.Text.Json.Nodes;
using Integration.Mapping.Conversions;
using Integration.Mapping.Jsonata;

namespace Integration.Mapping.Documents;

/// <summary>One rule of a mapping document, as it was read.</summary>
public sealed record MappingRule
{
    /// <summary>The target path, dot separated; inside <c>each</c> it starts at the item.</summary>
    public required string To { get; init; }

    /// <summary>How the value is found.</summary>
    public required RuleSource Source { get; init; }

    /// <summary>The text of <c>from</c>, <c>expr</c> or <c>each</c>; empty for a constant.</summary>
    public string SourceText { get; init; } = string.Empty;

    /// <summary>The compiled <c>expr</c>, or <c>each</c> where that is more than a path; else null.</summary>
    public JsonataExpression? Expression { get; init; }

    /// <summary>The constant.</summary>
    public JsonNode? Value { get; init; }

    /// <summary>The rule counts only if this is true (as JSONata's <c>$boolean</c> sees it).</summary>
    public JsonataExpression? When { get; init; }

    /// <summary>Used as it is, without lookup or conversion, where the source gives nothing, null or empty text.</summary>
    public JsonNode? Default { get; init; }

    /// <summary>The lookup table the value is a code of.</summary>
    public string? Lookup { get; init; }

    /// <summary>The conversion, after the lookup.</summary>
    public Conversion? Convert { get; init; }

    /// <summary>Nothing to write is a problem.</summary>
    public bool Required { get; init; }

    /// <summary>The longest text the target takes; longer text is a problem unless the conversion cuts it.</summary>
    public int? MaxLength { get; init; }

    /// <summary>The rules for each item.</summary>
    public IReadOnlyList<MappingRule> Rules { get; init; } = [];

    /// <summary>Whether this is a plain path of names, which schemas can check.</summary>
    internal bool IsPath => Source == RuleSource.Path || (Source == RuleSource.Items && Expression is null);
}
