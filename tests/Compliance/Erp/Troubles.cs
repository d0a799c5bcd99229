using Integration.Sandbox.Faults;

namespace Integration.Tests.Compliance.Erp;

/// <summary>How stand-ins make trouble; the ERP under test says with which calls.</summary>
internal static class Troubles
{
    /// <summary>How long the connectors under test wait for an answer.</summary>
    public static TimeSpan Deadline { get; } = TimeSpan.FromSeconds(2);

    /// <summary>The rule that makes this trouble with every call.</summary>
    public static FaultRule Rule(this Trouble trouble) => trouble switch
    {
        Trouble.Throttle => new FaultRule { Kind = FaultKind.Status, Status = 429, Headers = new Dictionary<string, string> { ["Retry-After"] = "7" } },
        Trouble.Reset => new FaultRule { Kind = FaultKind.Reset },
        Trouble.CommitThenTimeout => new FaultRule { Kind = FaultKind.CommitThenTimeout, Delay = Deadline * 2 },
        Trouble.CommitLate => new FaultRule { Kind = FaultKind.CommitLate, Delay = TimeSpan.FromSeconds(1) },
        Trouble.ErrorPage => new FaultRule { Kind = FaultKind.Html500 },
        Trouble.HalfAnAnswer => new FaultRule { Kind = FaultKind.Malformed },
        _ => throw new ArgumentOutOfRangeException(nameof(trouble), trouble, "Not known."),
    };

    /// <summary>The rule that makes this trouble with the next call that fits.</summary>
    /// <param name="trouble">The trouble.</param>
    /// <param name="path">Text in the call's path; null for any.</param>
    /// <param name="method">The call's method; null for any.</param>
    public static FaultRule Once(this Trouble trouble, string? path, string? method) => trouble.Rule() with { PathContains = path, Method = method, Count = 1 };
}
