namespace Integration.Contracts.Storefront;

/// <summary>Details of <see cref="OrderToCash.StorefrontOrderUpdated"/> when nothing was written.</summary>
public static class StorefrontDetails
{
    /// <summary>The pair only observes.</summary>
    public const string Observed = "observed";

    /// <summary>The shop cannot take it.</summary>
    public const string Unsupported = "unsupported";

    /// <summary>The pair has no code for it, or does not want it.</summary>
    public const string Unmapped = "unmapped";
}
