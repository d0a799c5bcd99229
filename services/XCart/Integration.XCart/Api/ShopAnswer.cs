using Integration.Connectors.Outcomes;

namespace Integration.XCart.Api;

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

    /// <summary>The shop has no such record. 5.4 says so with status 200 and the body <c>null</c>, for reads and writes alike; 5.5 with status 404.</summary>
    public sealed record Absent : ShopAnswer<T>;

    /// <summary>The call failed.</summary>
    /// <param name="Outcome">As a lane takes it.</param>
    /// <param name="Status">The HTTP status, or null when no answer came.</param>
    /// <param name="JsonRefusal">True when the refusal's body is JSON: an API said it, not a web page.</param>
    public sealed record Failed(WriteOutcome Outcome, int? Status = null, bool JsonRefusal = false) : ShopAnswer<T>
    {
        /// <summary>True when the shop's own code broke: the rest of the shop may be well.</summary>
        public bool ServerFault => Status == 500;
    }
}
