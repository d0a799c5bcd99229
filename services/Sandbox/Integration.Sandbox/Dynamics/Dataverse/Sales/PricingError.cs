namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Values of <c>pricingerrorcode</c> that the engine sets.</summary>
internal static class PricingError
{
    public const long None = 0;
    public const long Detail = 1;
    public const long MissingPriceLevel = 2;
    public const long InactivePriceLevel = 3;
    public const long MissingQuantity = 4;
    public const long MissingUnitPrice = 5;
    public const long InvalidProduct = 7;
    public const long ProductNotInPriceLevel = 11;
    public const long MissingPrice = 14;
    public const long InvalidQuantity = 29;
}
