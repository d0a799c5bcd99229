using Integration.Sandbox.Dynamics.Dataverse;
using Integration.Sandbox.Dynamics.Finance;

namespace Integration.Sandbox.Dynamics.DualWrite;

/// <summary>How two back ends with dual-write between them start.</summary>
public sealed record DualWriteOptions
{
    /// <summary>How Finance and Operations starts.</summary>
    public required FinanceOptions Finance { get; init; }

    /// <summary>How Dataverse starts; it gets the tables and columns of dual-write in any case, and the tenant of Finance and Operations unless it names one.</summary>
    public required DataverseOptions Dataverse { get; init; }

    /// <summary>Legal entities that are linked; rows of the others are not copied.</summary>
    public IReadOnlyList<string> Companies { get; init; } = ["usmf"];

    /// <summary>What can also be switched while it runs.</summary>
    public DualWriteSettings Settings { get; init; } = new();

    /// <summary>Clock of the copying; the system's when left out.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
