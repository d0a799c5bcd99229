using Integration.Contracts.Operations;

namespace Integration.Connectors.Outcomes;

/// <summary>What came of reading one record afresh.</summary>
/// <typeparam name="T">The record as read.</typeparam>
public abstract record ReadOutcome<T>
{
    private ReadOutcome()
    {
    }

    /// <summary>Read.</summary>
    /// <param name="Value">The record.</param>
    public sealed record Found(T Value) : ReadOutcome<T>;

    /// <summary>The system says that there is no such record. Right after a hint this proves nothing.</summary>
    public sealed record NotFound : ReadOutcome<T>;

    /// <summary>There, but still being made or not a record of this kind (a cart): look again later, nothing is wrong.</summary>
    /// <param name="Reason">Plain words.</param>
    /// <param name="Ignore">True when it never concerns us unless it changes (a cart, an unfinished order).</param>
    public sealed record NotReady(string Reason, bool Ignore) : ReadOutcome<T>;

    /// <summary>There, but this connector cannot make sense of it: to the attention list.</summary>
    /// <param name="Reasons">What is wrong, with fields.</param>
    public sealed record Unreadable(IReadOnlyList<Reason> Reasons) : ReadOutcome<T>;

    /// <summary>The read failed and says nothing about the record.</summary>
    /// <param name="Outcome">Why: throttled, unavailable or denied.</param>
    public sealed record Failed(WriteOutcome Outcome) : ReadOutcome<T>;
}
