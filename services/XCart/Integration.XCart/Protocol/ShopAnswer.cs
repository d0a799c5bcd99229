using Integration.Connectors.Outcomes;

namespace Integration.XCart.Protocol;

/// <summary>What came of one call to the shop.</summary>
/// <typeparam name="T">The record or list asked for.</typeparam>
internal abstract record ShopAnswer<T>
{
    private ShopAnswer()
    {
    }

    /// <summary>The shop answered with it.</summary>
    /// <param name="Value">As read.</param>
    /// <param name="SourceTime">The shop's clock, or null when it did not say.</param>
    public sealed record Given(T Value, DateTimeOffset? SourceTime) : ShopAnswer<T>;

    /// <summary>The shop has no such record: it says so with status 200 and the body <c>null</c>, for reads and writes alike.</summary>
    public sealed record Absent : ShopAnswer<T>;

    /// <summary>The call failed.</summary>
    /// <param name="Outcome">As a lane takes it.</param>
    /// <param name="ServerFault">True when the shop's own code broke (500): the rest of the shop may be well.</param>
    public sealed record Failed(WriteOutcome Outcome, bool ServerFault = false) : ShopAnswer<T>;
}
