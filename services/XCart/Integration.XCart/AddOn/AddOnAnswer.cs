using Integration.Connectors.Outcomes;

namespace Integration.XCart.AddOn;

/// <summary>What came of one call to the add-on.</summary>
/// <typeparam name="T">The answer's form.</typeparam>
internal abstract record AddOnAnswer<T>
{
    private AddOnAnswer()
    {
    }

    /// <summary>Answered.</summary>
    public sealed record Given(T Value) : AddOnAnswer<T>;

    /// <summary>Nothing of the add-on is at its address any more; nothing was done.</summary>
    public sealed record Gone : AddOnAnswer<T>;

    /// <summary>The call failed.</summary>
    public sealed record Failed(WriteOutcome Outcome) : AddOnAnswer<T>;
}
