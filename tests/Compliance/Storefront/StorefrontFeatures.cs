namespace Integration.Tests.Compliance.Storefront;

/// <summary>What a storefront connector promises beyond reading orders; the suite tests exactly that and skips the rest by name.</summary>
internal sealed record StorefrontFeatures
{
    /// <summary>Orders can be seen before they are completely placed.</summary>
    public bool HalfMadeOrders { get; init; }

    /// <summary>Carts can be reached by an order's id.</summary>
    public bool CartsByOrderId { get; init; }

    /// <summary>The code that a fresh order shows.</summary>
    public string NewCode { get; init; } = "";

    /// <summary>The code for shipped.</summary>
    public string ShippedCode { get; init; } = "";

    /// <summary>The payment status code for cancelled.</summary>
    public string CancelledCode { get; init; } = "";

    /// <summary>Currencies that the stage can sell in.</summary>
    public IReadOnlyList<string> Currencies { get; init; } = ["USD"];
}
