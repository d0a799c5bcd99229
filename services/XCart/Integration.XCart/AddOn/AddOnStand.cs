using Integration.Connectors.Outcomes;

namespace Integration.XCart.AddOn;

/// <summary>How the shop stands with the add-on.</summary>
internal abstract record AddOnStand
{
    private AddOnStand()
    {
    }

    /// <summary>It is there and is used.</summary>
    public sealed record Present(AddOnAbout About) : AddOnStand;

    /// <summary>It is not installed.</summary>
    public sealed record Absent : AddOnStand;

    /// <summary>It is there and is not used.</summary>
    /// <param name="Reason">Why, in plain words.</param>
    /// <param name="Fix">What to do.</param>
    public sealed record Unused(string Reason, string Fix) : AddOnStand;

    /// <summary>The shop did not say; asked again by the next call.</summary>
    public sealed record Unknown(WriteOutcome Outcome) : AddOnStand;

    /// <summary>True when it is there and can do this.</summary>
    public bool Can(string what) => this is Present present && present.About.Can(what);
}
