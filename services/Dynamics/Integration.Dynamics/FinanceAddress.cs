namespace Integration.Dynamics;

/// <summary>Where Finance &amp; Operations is, beside Dataverse.</summary>
internal sealed record FinanceAddress
{
    /// <summary>The environment's address.</summary>
    public required Uri Url { get; init; }

    /// <summary>What its tokens are for; null for the address without its last slash, and <c>/.default</c>.</summary>
    public string? Scope { get; init; }
}
