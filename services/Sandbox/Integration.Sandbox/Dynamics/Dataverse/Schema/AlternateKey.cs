namespace Integration.Sandbox.Dynamics.Dataverse.Schema;

/// <summary>An alternate key: columns whose values together name one record.</summary>
internal sealed record AlternateKey
{
    /// <summary>Table.</summary>
    public string Table { get; init; } = "";

    /// <summary>Logical name, such as <c>xci_externalid</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>Logical names of its columns.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>When it was asked for, UTC.</summary>
    public DateTimeOffset CreatedOn { get; init; }

    /// <summary>Status that its index keeps whatever happens; null lets the index come about by itself.</summary>
    public KeyIndexStatus? Forced { get; init; }
}
