namespace Integration.Connectors.TwoWay;

/// <summary>A row of the table.</summary>
internal sealed record TwoWayRow
{
    public string Pair { get; init; } = "";

    public string Entity { get; init; } = "";

    public string Id { get; init; } = "";

    public string ErpId { get; init; } = "";

    public long Sequence { get; init; }

    public long Writes { get; init; }

    /// <summary>Names of the fields that wait for a person, with commas.</summary>
    public string Conflicts { get; init; } = "";

    /// <summary>Null when it was erased.</summary>
    public byte[]? Content { get; init; }
}
