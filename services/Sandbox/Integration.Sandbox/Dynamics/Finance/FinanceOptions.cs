using Integration.Sandbox.Dynamics.Entra;

namespace Integration.Sandbox.Dynamics.Finance;

/// <summary>How a stand-in of Dynamics 365 Finance and Operations starts.</summary>
public sealed record FinanceOptions
{
    /// <summary>SQLite file that holds the environment's books; made and seeded when it does not exist.</summary>
    public required string DataFile { get; init; }

    /// <summary>The tenant whose tokens it takes.</summary>
    public required EntraStandIn Entra { get; init; }

    /// <summary>Port on 127.0.0.1; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Resource that tokens must be meant for; the address that was called when left out.</summary>
    public Uri? Resource { get; init; }

    /// <summary>Client IDs that are mapped to the integration's user in <i>Microsoft Entra applications</i>; those of the tenant's applications when left out.</summary>
    public IReadOnlyList<string> Applications { get => field ?? [.. Entra.Options.Applications.Select(app => app.ClientId)]; init; }

    /// <summary>Number fields that an extension adds to sales order headers, in every version of their entity.</summary>
    public IReadOnlyList<string> OrderFields { get; init; } = [];

    /// <summary>What can also be switched while it runs.</summary>
    public FinanceSettings Settings { get; init; } = new();

    /// <summary>Clock; the system's when left out.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
