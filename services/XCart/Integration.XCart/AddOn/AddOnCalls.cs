namespace Integration.XCart.AddOn;

/// <summary>The add-on's calls; those that a lane needs are its capabilities too.</summary>
internal static class AddOnCalls
{
    public const string About = "about";
    public const string Stock = "stock";
    public const string Tracking = "tracking";
    public const string Notes = "notes";
}
