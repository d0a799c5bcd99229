namespace Integration.Console.Reconciliation;

/// <summary>What to reconcile.</summary>
public sealed record ReconciliationRequest
{
    /// <summary>The pair.</summary>
    public required string Pair { get; init; }

    /// <summary>One day in the pair's zone; null for the pair's usual days up to today.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>The canonical entities; null for the pair's, or all that both sides list.</summary>
    public IReadOnlyList<string>? Entities { get; init; }

    /// <summary>Whether to mend what can be mended safely; null for the pair's setting.</summary>
    public bool? Heal { get; init; }

    /// <summary>
    /// A payment provider's settlement file for these days, as CSV text with a header row (columns transaction, type, amount, currency, date; fee and provider
    /// may be there too); null for none. It is forgotten when the run ends.
    /// </summary>
    public string? Settlement { get; init; }
}
