namespace Integration.Mapping.Documents;

/// <summary>One thing that keeps a record from being mapped. Only the codes of lookups appear in it, no other value of the record.</summary>
public sealed record MappingProblem
{
    /// <summary>The kind.</summary>
    public required ProblemKind Kind { get; init; }

    /// <summary>The mapping document's id.</summary>
    public required string Document { get; init; }

    /// <summary>The mapping document's version.</summary>
    public required int Version { get; init; }

    /// <summary>The rule, by its target path without positions: <c>Details.InventoryID</c>. Equal for all records it hits.</summary>
    public required string Rule { get; init; }

    /// <summary>Where in the target: <c>Details[2].InventoryID</c>, counted from 0.</summary>
    public required string Place { get; init; }

    /// <summary>Plain words for the operator.</summary>
    public required string Message { get; init; }

    /// <summary>The lookup table of an unmapped code, else null.</summary>
    public string? Lookup { get; init; }

    /// <summary>The unmapped code, else null.</summary>
    public string? Code { get; init; }
}
