namespace Integration.Connectors.TwoWay;

/// <summary>What is counted of records that both sides keep.</summary>
internal static class TwoWayCounts
{
    /// <summary>Writes to the ERP.</summary>
    public const string ToErp = "toErp";

    /// <summary>Writes to the storefront.</summary>
    public const string ToStorefront = "toStore";

    /// <summary>Our own writes that came back and were known as such.</summary>
    public const string Echoes = "echoes";

    /// <summary>Records that came to wait for a person because both sides changed them.</summary>
    public const string Conflicts = "conflicts";
}
