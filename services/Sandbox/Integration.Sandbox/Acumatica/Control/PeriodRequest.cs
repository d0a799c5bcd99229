namespace Integration.Sandbox.Acumatica.Control;

/// <summary>Opens or closes a financial period.</summary>
internal sealed record PeriodRequest
{
    /// <summary>The period, such as <c>01-2026</c>.</summary>
    public string Period { get; init; } = "";

    /// <summary>Open, Closed, Inactive or Locked.</summary>
    public string Status { get; init; } = "Closed";

    /// <summary>Closed for receivables only.</summary>
    public bool ClosedInAr { get; init; }
}
