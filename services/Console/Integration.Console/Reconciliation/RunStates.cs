namespace Integration.Console.Reconciliation;

/// <summary>Where a reconciliation stands.</summary>
public static class RunStates
{
    /// <summary>Its lists are about to be asked for.</summary>
    public const string Starting = "starting";

    /// <summary>The two sides list.</summary>
    public const string Listing = "listing";

    /// <summary>What they listed is compared.</summary>
    public const string Comparing = "comparing";

    /// <summary>It looks again later: at what may be on its way, and at what is being mended.</summary>
    public const string Waiting = "waiting";

    /// <summary>Through.</summary>
    public const string Done = "done";

    /// <summary>It could not be finished; its note says why.</summary>
    public const string Failed = "failed";

    /// <summary>Stopped by a person.</summary>
    public const string Cancelled = "cancelled";

    /// <summary>True when nothing follows.</summary>
    public static bool IsOver(string state) => state is Done or Failed or Cancelled;
}
