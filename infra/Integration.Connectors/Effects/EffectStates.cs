namespace Integration.Connectors.Effects;

/// <summary>States of a stored effect.</summary>
internal static class EffectStates
{
    /// <summary>Certainly not written; may be claimed.</summary>
    public const string Open = "open";

    /// <summary>Somebody is at it, or died at it.</summary>
    public const string Claimed = "claimed";

    /// <summary>A request left and no answer came.</summary>
    public const string Unknown = "unknown";

    /// <summary>Written, or found equal.</summary>
    public const string Done = "done";

    /// <summary>Found, not equal.</summary>
    public const string Differs = "differs";

    /// <summary>Was written and has been cancelled since.</summary>
    public const string Cancelled = "cancelled";
}
