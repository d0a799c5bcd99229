namespace Integration.Console.Reconciliation;

/// <summary>Where a finding stands.</summary>
public static class FindingStates
{
    /// <summary>Seen once; nobody is told before a second look.</summary>
    public const string Seen = "seen";

    /// <summary>Changed a moment before the look: it may be on its way.</summary>
    public const string InFlight = "in-flight";

    /// <summary>Known here for a reason, such as a hold: no finding.</summary>
    public const string Explained = "explained";

    /// <summary>Is being mended.</summary>
    public const string Healing = "healing";

    /// <summary>Mended, and seen to be.</summary>
    public const string Healed = "healed";

    /// <summary>Seen twice and left to a person.</summary>
    public const string Open = "open";

    /// <summary>Gone at the second look; nobody was told.</summary>
    public const string Vanished = "vanished";

    /// <summary>Seen twice and then gone though nothing was mended.</summary>
    public const string FalseAlarm = "false-alarm";

    /// <summary>True when another look decides.</summary>
    public static bool IsPending(string state) => state is Seen or InFlight or Healing;
}
